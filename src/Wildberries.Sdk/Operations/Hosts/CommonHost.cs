namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>News, seller information and tariffs: <c>common-api</c>.</summary>
[WildberriesApi("https://common-api.wildberries.ru")]
public static class CommonHost;
