namespace Wildberries.Sdk.Tests.Http;

/// <summary>An answer with nothing in the lists of the marketplace host, of which one must be there.</summary>
internal static class EmptyLists
{
    public const string Json =
        """{"orders":[],"results":[],"data":[],"stickers":[],"supplies":[],"orderIds":[],"trbxes":[],"countries":[],"shippingPoints":[],"stocks":[],"contacts":[]}""";
}
