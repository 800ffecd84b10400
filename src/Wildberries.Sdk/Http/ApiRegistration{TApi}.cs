using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Refit;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Serialization;

namespace Wildberries.Sdk.Http;

/// <summary>The registration of one interface.</summary>
/// <param name="jsonContext">Gives its JSON context, when the first stub is made.</param>
/// <param name="stub">Makes Refit's stub.</param>
internal sealed class ApiRegistration<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
    Func<JsonSerializerContext> jsonContext,
    Func<HttpClient, RefitSettings, TApi> stub) : ApiRegistration(typeof(TApi))
    where TApi : class
{
    // Two threads may make one each: both are good.
    private RefitSettings? _settings;

    public Func<HttpClient, RefitSettings, TApi> Stub { get; } = stub;

    public override object CreateStub(HttpClient client) => Stub(client, _settings ??= WildberriesRefitSettings.Create(jsonContext()));

    protected override IReadOnlyList<WildberriesOperation> Read() => WildberriesOperations.Of<TApi>();
}
