using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Cards;

// Apart from the models: how this is stored is nobody's business but the stream's.
[JsonSerializable(typeof(ChangedCardsState))]
internal sealed partial class ChangedCardsJsonContext : JsonSerializerContext;
