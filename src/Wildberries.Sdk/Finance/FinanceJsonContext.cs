using System.Text.Json.Serialization;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Finance;

/// <summary>
/// How the models of this namespace are read and written. A context of your own that holds them goes on from it, for its options know in how many forms
/// WB sends numbers and texts: <c>new JsonSerializerOptions(FinanceJsonContext.Default.Options) { TypeInfoResolver =
/// JsonTypeInfoResolver.Combine(FinanceJsonContext.Default, MyJsonContext.Default) }</c>. A naming policy for types of your own is set there, too.
/// </summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = JsonLimits.MaxDepth,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(NumberConverter<int>), typeof(NumberConverter<long>), typeof(NumberConverter<decimal>), typeof(BooleanConverter),
        typeof(StringConverter),
    ])]
[JsonSerializable(typeof(PingResponse))]
[JsonSerializable(typeof(SellerBalance))]
[JsonSerializable(typeof(SalesReportListRequest))]
[JsonSerializable(typeof(SalesReportRowsRequest))]
[JsonSerializable(typeof(AcquiringReportListRequest))]
[JsonSerializable(typeof(AcquiringReportRowsRequest))]
[JsonSerializable(typeof(SalesReportByIdRequest))]
[JsonSerializable(typeof(AcquiringReportByIdRequest))]
[JsonSerializable(typeof(IReadOnlyList<SalesReport>))]
[JsonSerializable(typeof(IReadOnlyList<SalesReportRow>))]
[JsonSerializable(typeof(IReadOnlyList<AcquiringReport>))]
[JsonSerializable(typeof(IReadOnlyList<AcquiringReportRow>))]
public sealed partial class FinanceJsonContext : JsonSerializerContext;
