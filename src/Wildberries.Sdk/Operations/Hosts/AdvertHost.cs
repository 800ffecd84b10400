namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Advertising campaigns: <c>advert-api</c>.</summary>
[WildberriesApi("https://advert-api.wildberries.ru", SandboxHost = "https://advert-api-sandbox.wildberries.ru")]
public static class AdvertHost;
