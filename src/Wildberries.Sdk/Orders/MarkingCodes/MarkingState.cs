namespace Wildberries.Sdk.Orders;

/// <summary>What WB's decision about a label identifier means for the order.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public enum MarkingState
{
    /// <summary>The SDK does not know the decision: look at its word.</summary>
    Unknown = 0,

    /// <summary>Nothing stands in the way: the code has passed, or none is needed.</summary>
    Passed = 1,

    /// <summary>WB is still checking: wait.</summary>
    Pending = 2,

    /// <summary>A code is required, and there is none: set it.</summary>
    Missing = 3,

    /// <summary>The code has not passed: the order cannot go with it.</summary>
    Failed = 4,
}
