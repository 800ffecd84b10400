using System.Text.Json.Serialization;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.AdvertMedia;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(AdvertMediaJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(AdvertMediaJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
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
public sealed partial class AdvertMediaJsonContext : JsonSerializerContext;
