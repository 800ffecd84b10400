using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.RateLimiting;

namespace Wildberries.Sdk.Operations.Hosts;

/// <summary>Orders, supplies, seller warehouses and stocks: <c>marketplace-api</c>. An answer of 4XX counts as ten requests.</summary>
[WildberriesApi("https://marketplace-api.wildberries.ru", SandboxHost = "https://marketplace-api-sandbox.wildberries.ru", ClientErrorCost = 10)]
[SharedRateLimit(Fbs, 300, 60, 20)]
[SharedRateLimit(FbsLabels, 300, 60, 20)]
[SharedRateLimit(AddingFbsLabels, 1000, 60, 20)]
[SharedRateLimit(Dbw, 300, 60, 20)]
[SharedRateLimit(Dbw, 10, 3600, 1, Tokens = TokenKinds.Base)]
[SharedRateLimit(AddingDbwLabels, 1000, 60, 20)]
[SharedRateLimit(Dbs, 300, 60, 20)]
[SharedRateLimit(DbsLabels, 150, 60, 20)]
[SharedRateLimit(AddingDbsLabels, 500, 60, 20)]
[SharedRateLimit(AddingDbsLabels, 10, 3600, 1, Tokens = TokenKinds.Base)]
[SharedRateLimit(Pickup, 300, 60, 20)]
[SharedRateLimit(PickupLabels, 150, 60, 20)]
[SharedRateLimit(AddingPickupLabels, 20, 60, 500)]
[SharedRateLimit(SellerWarehouses, 300, 60, 20)]
[SharedRateLimit(Inventory, 300, 60, 20)]
public static class MarketplaceHost
{
    /// <summary>FBS assembly orders, supplies, passes and auto-return settings.</summary>
    public const string Fbs = "FBS";

    /// <summary>Reading and deleting label identifiers of FBS orders.</summary>
    public const string FbsLabels = "FBS label identifiers";

    /// <summary>Adding label identifiers to FBS orders.</summary>
    public const string AddingFbsLabels = "adding FBS label identifiers";

    /// <summary>DBW orders, reading and deleting their label identifiers, and the contacts of DBW warehouses.</summary>
    public const string Dbw = "DBW";

    /// <summary>Adding label identifiers to DBW orders.</summary>
    public const string AddingDbwLabels = "adding DBW label identifiers";

    /// <summary>DBS orders.</summary>
    public const string Dbs = "DBS";

    /// <summary>Reading and deleting label identifiers of DBS orders, and their final prices.</summary>
    public const string DbsLabels = "DBS label identifiers";

    /// <summary>Adding label identifiers to DBS orders.</summary>
    public const string AddingDbsLabels = "adding DBS label identifiers";

    /// <summary>In-store pickup orders.</summary>
    public const string Pickup = "In-Store Pickup";

    /// <summary>Reading and deleting label identifiers of in-store pickup orders, and their final prices.</summary>
    public const string PickupLabels = "In-Store Pickup label identifiers";

    /// <summary>Adding label identifiers to in-store pickup orders.</summary>
    public const string AddingPickupLabels = "adding In-Store Pickup label identifiers";

    /// <summary>Seller warehouses.</summary>
    public const string SellerWarehouses = "seller warehouses";

    /// <summary>Reading and updating stocks.</summary>
    public const string Inventory = "inventory";
}
