namespace Wildberries.Sdk.Http;

/// <summary>An area of the API: one interface of the SDK.</summary>
internal interface IArea
{
    static abstract ApiRegistration Api { get; }
}
