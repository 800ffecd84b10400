namespace Wildberries.Sdk.Http;

internal static class UserAgent
{
    public static string Value { get; } = $"Wildberries.Sdk/{typeof(UserAgent).Assembly.GetName().Version?.ToString(3)}";
}
