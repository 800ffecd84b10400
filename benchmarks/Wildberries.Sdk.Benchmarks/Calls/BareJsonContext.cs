using System.Text.Json.Serialization;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.DiscountsPrices;

namespace Wildberries.Sdk.Benchmarks.Calls;

/// <summary>What a hand-written client would generate: the serializer's own converters, none of the SDK's.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(ChatsResponse))]
[JsonSerializable(typeof(GoodsListResponse))]
internal sealed partial class BareJsonContext : JsonSerializerContext;
