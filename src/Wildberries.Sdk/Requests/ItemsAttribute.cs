namespace Wildberries.Sdk.Requests;

/// <summary>How many items WB takes in a list, or in a body that is a list or an <see cref="IListRequest"/>; checked before anything is sent.</summary>
/// <param name="min">The least.</param>
/// <param name="max">The most.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class ItemsAttribute(int min, int max) : Attribute
{
    public int Min => min;

    public int Max => max;
}
