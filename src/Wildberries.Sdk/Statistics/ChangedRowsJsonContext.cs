using System.Text.Json.Serialization;

namespace Wildberries.Sdk.Statistics;

// Apart from the models: how this is stored is nobody's business but the stream's.
[JsonSerializable(typeof(ChangedRowsState))]
internal sealed partial class ChangedRowsJsonContext : JsonSerializerContext;
