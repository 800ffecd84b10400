namespace Wildberries.Sdk.Tests.Orders;

/// <summary>An order of no kind.</summary>
internal sealed record TestOrder : WildberriesModel
{
    public long Id { get; init; }
}
