namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Balance and financial reports: <c>finance-api</c>.</summary>
[WildberriesApi("https://finance-api.wildberries.ru")]
public static class FinanceHost;
