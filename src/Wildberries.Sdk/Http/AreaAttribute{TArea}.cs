namespace Wildberries.Sdk.Http;

/// <summary>Names the interface's line in <see cref="Areas"/>.</summary>
[AttributeUsage(AttributeTargets.Interface, Inherited = false)]
internal sealed class AreaAttribute<TArea> : AreaAttribute
    where TArea : IArea
{
    public override ApiRegistration Api => TArea.Api;
}
