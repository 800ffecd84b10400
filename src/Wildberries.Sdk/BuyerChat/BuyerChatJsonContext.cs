using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.BuyerChat;

[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(ChatsResponse))]
[JsonSerializable(typeof(ChatEventsResponse))]
[JsonSerializable(typeof(SendMessageResponse))]
[JsonSerializable(typeof(DownloadPending))]
[JsonSerializable(typeof(ChatCursor))]
internal sealed partial class BuyerChatJsonContext : JsonSerializerContext;
