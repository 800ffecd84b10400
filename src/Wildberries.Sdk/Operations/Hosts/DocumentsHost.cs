namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Documents that WB makes for the seller: <c>documents-api</c>.</summary>
[WildberriesApi("https://documents-api.wildberries.ru")]
public static class DocumentsHost;
