namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Reports on orders and sales for quick monitoring: <c>statistics-api</c>.</summary>
[WildberriesApi("https://statistics-api.wildberries.ru", SandboxHost = "https://statistics-api-sandbox.wildberries.ru")]
public static class StatisticsHost;
