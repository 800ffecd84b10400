using System.Text.Json.Serialization;

namespace Wildberries.Sdk.BuyerReturns;

// Apart from the models: how this is stored is nobody's business but the stream's.
[JsonSerializable(typeof(GivenClaimsState))]
internal sealed partial class GivenClaimsJsonContext : JsonSerializerContext;
