namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Supplies to WB's warehouses: <c>supplies-api</c>.</summary>
[WildberriesApi("https://supplies-api.wildberries.ru", SandboxHost = "https://supplies-api-sandbox.wildberries.ru")]
public static class SuppliesHost;
