namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>The seller's users: <c>user-management-api</c>.</summary>
[WildberriesApi("https://user-management-api.wildberries.ru")]
public static class UsersHost;
