namespace Wildberries.Sdk.Http;

/// <summary>
/// Leads from an interface of the SDK to its registration. Being on the interface, it is kept by trimming exactly where the interface is, and nothing
/// else need name the area.
/// </summary>
internal abstract class AreaAttribute : Attribute
{
    public abstract ApiRegistration Api { get; }

    /// <summary>Whether clients have the interface only if it was registered with them.</summary>
    public bool OptIn { get; init; }
}
