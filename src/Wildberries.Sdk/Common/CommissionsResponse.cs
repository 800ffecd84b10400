using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Common;

/// <summary>WB's commissions by product subject.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/rates#tag/fees"/>.</remarks>
public sealed record CommissionsResponse : WildberriesModel
{
    /// <summary>A row per subject.</summary>
    [JsonPropertyName("report")]
    public IReadOnlyList<Commission> Report
    {
        get => field ?? [];
        init;
    }
}
