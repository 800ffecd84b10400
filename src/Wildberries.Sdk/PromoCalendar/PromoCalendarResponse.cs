using System.Text.Json.Serialization;

namespace Wildberries.Sdk.PromoCalendar;

/// <summary>The shell around every answer of the host.</summary>
/// <typeparam name="TData">What is in it.</typeparam>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/promotion#tag/promoCalendar"/>.</remarks>
public sealed record PromoCalendarResponse<TData> : WildberriesModel
    where TData : class
{
    /// <summary>What was asked for.</summary>
    [JsonPropertyName("data")]
    public TData? Data { get; init; }
}
