using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Orders;

// Apart from the models: how this is stored is nobody's business but the stream's.
[JsonSerializable(typeof(GivenOrdersState))]
internal sealed partial class GivenOrdersJsonContext : JsonSerializerContext;
