namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Media campaigns: <c>advert-media-api</c>.</summary>
[WildberriesApi("https://advert-media-api.wildberries.ru")]
public static class AdvertMediaHost;
