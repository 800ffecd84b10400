using System.Text.Json.Serialization;
using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.FbsSupplies;

// These names and numbers stand in users' stores: they do not follow the names of the code.

/// <summary>A hand-over as it stands in the store of states: all but its orders, which stand in parts of their own, for a state has a most length.</summary>
internal sealed class HandOverState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-fbs-hand-over-1";

    [JsonPropertyName("format")]
    public string? Format { get; set; }

    /// <summary>Made anew for each hand-over: its supplies' marks are named by it.</summary>
    [JsonPropertyName("run")]
    public string RunId { get; set; } = "";

    /// <summary>Where the orders stand.</summary>
    [JsonPropertyName("parts")]
    public PartsState Parts { get; set; } = new();

    /// <summary>Parts that are not in force yet, or not any more: whoever finds them deletes them.</summary>
    [JsonPropertyName("unusedParts")]
    public PartsState? UnusedParts { get; set; }

    [JsonPropertyName("supplies")]
    public List<SupplyState> Supplies { get; set; } = [];

    /// <summary>Adds a supply that is to be made.</summary>
    /// <param name="prefix">What its name begins with.</param>
    /// <param name="group">What its orders have in common.</param>
    /// <param name="isWithinRussia">Whether it is known to go from Russia to Russia.</param>
    /// <param name="isSetAside">Whether it holds what cannot go with another one.</param>
    /// <returns>Its place.</returns>
    public int AddSupply(string prefix, HandOverGroup group, bool isWithinRussia = false, bool isSetAside = false)
    {
        Supplies.Add(new SupplyState
        {
            Name = HandOverNames.Of(prefix, RunId, Supplies.Count + 1),
            WarehouseId = group.WarehouseId,
            CargoType = group.CargoType.Value,
            CrossBorderType = group.CrossBorderType.Value,
            IsWithinRussia = isWithinRussia,
            IsSetAside = isSetAside,
        });
        return Supplies.Count - 1;
    }
}

/// <summary>The parts in which orders stand.</summary>
internal sealed class PartsState
{
    [JsonPropertyName("id")]
    public string Id { get; set; } = "";

    [JsonPropertyName("count")]
    public int Count { get; set; }
}

/// <summary>A supply of a hand-over.</summary>
internal sealed class SupplyState
{
    public const int MaxOtherOrders = 500;

    [JsonPropertyName("name")]
    public string Name { get; set; } = "";

    [JsonPropertyName("warehouse")]
    public long WarehouseId { get; set; }

    [JsonPropertyName("cargoType")]
    public int CargoType { get; set; }

    [JsonPropertyName("crossBorderType")]
    public int CrossBorderType { get; set; }

    /// <summary>Whether it is known to go from Russia to Russia.</summary>
    [JsonPropertyName("withinRussia")]
    public bool IsWithinRussia { get; set; }

    [JsonPropertyName("id")]
    public string? SupplyId { get; set; }

    [JsonPropertyName("status")]
    public HandOverSupplyStatus Status { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set => field = HandOverLedger.Cut(value); }

    [JsonPropertyName("setAside")]
    public bool IsSetAside { get; set; }

    /// <summary>The supply that holds what was set aside from this one.</summary>
    [JsonPropertyName("setAsideIn")]
    public int? SetAsideIn { get; set; }

    /// <summary>What may be done, or done twice, at WB by calls that nobody has heard the answer of.</summary>
    [JsonPropertyName("unanswered")]
    public UnansweredCalls Unanswered { get; set; }

    [JsonPropertyName("boxes")]
    public List<string> BoxIds { get; set; } = [];

    /// <summary>Some only: the state has a most length, and others may put any number into a supply.</summary>
    [JsonPropertyName("otherOrders")]
    public List<long> OtherOrderIds { get; set; } = [];

    [JsonPropertyName("shipping")]
    public SupplyShipping? Shipping { get; set; }

    [JsonIgnore]
    public HandOverGroup Group => new(WarehouseId, Orders.CargoType.From(CargoType), Orders.CrossBorderType.From(CrossBorderType));
}

/// <summary>Calls that change a supply, and cannot be repeated without looking whether they are done. One that is about to be made counts as made.</summary>
[Flags]
internal enum UnansweredCalls
{
    None = 0,

    /// <summary>The supply may be there under its name, or an empty twin of it.</summary>
    Create = 1,

    /// <summary>Orders may still come into it.</summary>
    AddOrders = 2,

    /// <summary>Boxes may still come to it.</summary>
    AddBoxes = 4,
}

/// <summary>Some of the orders.</summary>
internal sealed class OrdersState
{
    /// <summary>By this a state is known for one of this kind.</summary>
    public const string CurrentFormat = "wildberries-sdk-fbs-hand-over-orders-1";

    [JsonPropertyName("format")]
    public string? Format { get; set; }

    [JsonPropertyName("orders")]
    public List<OrderState> Orders { get; set; } = [];
}

/// <summary>An order of a hand-over.</summary>
internal sealed class OrderState
{
    [JsonPropertyName("id")]
    public long Id { get; set; }

    /// <summary>Its place among the orders that were given.</summary>
    [JsonPropertyName("index")]
    public int Index { get; set; }

    /// <summary>The supply that it is meant for, or in; -1: none.</summary>
    [JsonPropertyName("supply")]
    public int Supply { get; set; }

    /// <summary>Whether it was handed over before, and WB wants it once more.</summary>
    [JsonPropertyName("reshipment")]
    public bool IsReshipment { get; set; }

    [JsonPropertyName("outcome")]
    public HandOverOutcome Outcome { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set => field = HandOverLedger.Cut(value); }

    /// <summary>The label identifiers that are to be set, by kind.</summary>
    [JsonPropertyName("codes")]
    public Dictionary<string, List<string>>? Codes { get; set; }

    /// <summary>The kinds whose label identifiers WB has taken from here: what it has of them later, somebody else has set.</summary>
    [JsonPropertyName("sent")]
    public List<string>? Sent { get; set; }

    /// <summary>The kinds of which WB has another label identifier, set by somebody else, that was left.</summary>
    [JsonPropertyName("left")]
    public List<string>? Left { get; set; }

    /// <summary>Whether it may not be handed over at a pickup point.</summary>
    [JsonPropertyName("notToPickupPoint")]
    public bool IsKeptFromPickupPoints { get; set; }

    /// <summary>What is doubtful about its label identifiers.</summary>
    [JsonIgnore]
    public IReadOnlyList<MarkingProblem> Problems { get; set; } = [];

    /// <summary>Why it cannot go with its supply, found by WB's answer to a label identifier. Whoever goes on tries again.</summary>
    [JsonIgnore]
    public string? Fault { get; set; }

    [JsonIgnore]
    public int Part { get; set; }
}

// Apart from the models: how a hand-over is stored is nobody's business but its own.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(HandOverState))]
[JsonSerializable(typeof(OrdersState))]
internal sealed partial class HandOverStateJsonContext : JsonSerializerContext;
