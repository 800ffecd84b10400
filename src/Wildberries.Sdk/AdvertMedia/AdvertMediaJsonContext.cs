using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter), typeof(DateOnlyConverter),
    ])]
[JsonSerializable(typeof(MediaCampaignCounts))]
[JsonSerializable(typeof(IReadOnlyList<MediaCampaignListItem>))]
[JsonSerializable(typeof(MediaCampaign))]
[JsonSerializable(typeof(MediaStatisticsRequest[]))]
[JsonSerializable(typeof(IReadOnlyList<MediaStatistics>))]
internal sealed partial class AdvertMediaJsonContext : JsonSerializerContext;
