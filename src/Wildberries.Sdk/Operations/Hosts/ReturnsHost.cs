namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Claims of buyers who give products back: <c>returns-api</c>.</summary>
[WildberriesApi("https://returns-api.wildberries.ru")]
public static class ReturnsHost;
