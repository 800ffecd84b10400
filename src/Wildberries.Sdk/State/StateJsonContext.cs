using System.Text.Json.Serialization;

namespace Wildberries.Sdk.State;

[JsonSerializable(typeof(StateFileHeader))]
[JsonSerializable(typeof(LeaseState))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
