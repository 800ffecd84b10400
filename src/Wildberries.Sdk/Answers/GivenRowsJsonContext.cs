using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Answers;

// Apart from the models: how this is stored is nobody's business but the stream's.
[JsonSerializable(typeof(GivenRowsState))]
internal sealed partial class GivenRowsJsonContext : JsonSerializerContext;
