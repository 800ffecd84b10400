using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerChat;

// Apart from the models: how a cursor is stored is nobody's business but the stream's.
[JsonSerializable(typeof(ChatCursor))]
internal sealed partial class ChatCursorJsonContext : JsonSerializerContext;
