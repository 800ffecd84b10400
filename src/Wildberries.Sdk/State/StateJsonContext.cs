using System.Text.Json.Serialization;

namespace Wildberries.Sdk.State;

[JsonSerializable(typeof(StateFileHeader))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
