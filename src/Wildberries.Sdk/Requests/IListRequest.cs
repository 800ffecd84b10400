namespace Wildberries.Sdk.Requests;

/// <summary>A request that is little more than a list: how long it may be is said with <see cref="ItemsAttribute"/> where an operation takes it, for operations differ.</summary>
internal interface IListRequest
{
    int ItemCount { get; }
}
