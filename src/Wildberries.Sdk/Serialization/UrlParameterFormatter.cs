using System.Globalization;
using System.Reflection;
using Refit;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Serialization;

/// <summary>
/// Writes values into paths and queries the way WB reads them: <c>true</c>, <c>2025-02-06</c>, RFC 3339 in UTC, wire values of
/// extensible enums, everything invariant. A <c>[Query(Format = "...")]</c> on a parameter goes first.
/// </summary>
internal sealed class UrlParameterFormatter : IUrlParameterFormatter
{
    /// <summary>The format of a parameter that WB reads as Moscow time.</summary>
    public const string Moscow = "moscow";

    private const string DateFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string LocalFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";

    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type)
    {
        string? format = attributeProvider.GetCustomAttributes(typeof(QueryAttribute), inherit: true) is [QueryAttribute query, ..]
            ? query.Format
            : null;
        return value switch
        {
            null => null,
            string text => text,
            bool flag => flag ? "true" : "false",
            DateTimeOffset moment when format == Moscow => MoscowTime.TimeOf(moment).ToString(LocalFormat, CultureInfo.InvariantCulture),
            IFormattable formattable when !string.IsNullOrWhiteSpace(format) => formattable.ToString(format, CultureInfo.InvariantCulture),
            DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            DateTime moment => ToUtc(moment).ToString(TimeFormat, CultureInfo.InvariantCulture),

            // A value without text is an extensible enum that was never set: it stays out of the query.
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null,
            _ => value.ToString(),
        };
    }

    // A time of no kind is taken for UTC: the machine's own zone must not decide what WB is asked.
    private static DateTime ToUtc(DateTime moment) =>
        moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : DateTime.SpecifyKind(moment, DateTimeKind.Utc);
}
