using System.Globalization;

namespace Wildberries.Sdk.Testing.Gateway;

/// <summary>Times as WB's services write them.</summary>
internal static class WireTime
{
    public static readonly TimeSpan MoscowOffset = TimeSpan.FromHours(3);

    public static string Moscow(DateTimeOffset time) =>
        time.ToOffset(MoscowOffset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
