// <script>
#:package Wildberries.Sdk@0.1.0

using System.Text.Json;
using System.Text.Json.Serialization;
using Wildberries.Sdk;
using Wildberries.Sdk.Common;

if (Environment.GetEnvironmentVariable("WB_TOKEN") is not { Length: > 0 } token)
{
    Console.Error.WriteLine("Set WB_TOKEN to a token of your shop.");
    return 1;
}

using var wb = WildberriesClient.Create(token);
SellerInfo seller = await wb.Common.GetSellerInfoAsync();
Console.WriteLine(JsonSerializer.Serialize(new Shop(seller.TradeMark, seller.Tin), ScriptJsonContext.Default.Shop));
return 0;

internal sealed record Shop(string? Name, string? Tin);

[JsonSerializable(typeof(Shop))]
internal sealed partial class ScriptJsonContext : JsonSerializerContext;
// </script>
