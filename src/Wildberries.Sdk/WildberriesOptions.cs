using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.DependencyInjection;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;

namespace Wildberries.Sdk;

/// <summary>
/// Settings of the SDK. The members inherited from <see cref="WildberriesSellerOptions"/> are those of the default seller. Tokens may
/// change while the program runs; everything else is read once.
/// </summary>
[DebuggerDisplay("Wildberries options ({Sellers.Count} named sellers)")]
public sealed class WildberriesOptions : WildberriesSellerOptions
{
    private readonly Dictionary<(Type, string), Func<WildberriesOperation, WildberriesOperation>> _overrides = [];
    private readonly Dictionary<Type, ApiRegistration> _apis = [];
    private Func<HttpMessageHandler>? _primaryHandlerFactory;

    /// <summary>The named sellers, each with its own token and limits. As in configuration, names differ not by case alone.</summary>
    [JsonIgnore]
    public IDictionary<string, WildberriesSellerOptions> Sellers { get; } =
        new Dictionary<string, WildberriesSellerOptions>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long one call may wait for its rate limits, all its attempts together. A longer wait fails at once and says how long it would be.</summary>
    /// <value>
    /// The default is 65 seconds: many of WB's limits are one request a minute, and the next request must be able to wait that long and the distance
    /// kept beyond it; from 0 (never wait) to 2 days.
    /// </value>
    [SettingRange("00:00:00", "2.00:00:00")]
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>How long one attempt may take from the moment it may be sent until the answer's headers are there.</summary>
    /// <value>The default is 1 minute; from 1 millisecond to 1 day.</value>
    [SettingRange("00:00:00.001", "1.00:00:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long an answer's body may stall before it is given up. It may not trickle for ever either: all waits together may last a minute (or this time, if
    /// that is longer) and a second for each kilobyte that came; for the body of an error 10 seconds (or this time, if that is shorter). Only waiting for WB counts,
    /// not the time in which you work on what has come.
    /// </summary>
    /// <value>The default is 30 seconds; from 1 millisecond to 1 day.</value>
    [SettingRange("00:00:00.001", "1.00:00:00")]
    public TimeSpan BodyIdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many bytes of an answer may come into memory, after decompression; a larger one is a <see cref="Errors.WildberriesResponseException"/>. It does not
    /// bound what is read while it arrives: the rows of reports, of which each may have 16 MiB, and downloads that are read as a stream.
    /// </summary>
    /// <value>
    /// The default is 536,870,912 (512 MiB), some times the largest real answers: 80,000 orders or 250,000 rows of stocks have about 100 MB, 50 documents in base64
    /// less than 250 MB. From 65,536 to 2,147,483,647.
    /// </value>
    [SettingRange(64 * 1024, int.MaxValue)]
    public int MaxBufferedAnswerBytes { get; set; } = 512 * 1024 * 1024;

    /// <summary>How long a call may take in all: waits, attempts, repeats and the reading of the body.</summary>
    /// <value>The default is <see langword="null"/>: no such limit; else from 1 millisecond to 2 days.</value>
    [SettingRange("00:00:00.001", "2.00:00:00")]
    public TimeSpan? TotalTimeout { get; set; }

    /// <summary>
    /// The distance kept beyond WB's interval where a limit has little or no burst, because requests sent exactly at the interval can arrive closer.
    /// </summary>
    /// <value>The default is 20 milliseconds; from 0 to 10 seconds.</value>
    [SettingRange("00:00:00", "00:00:10")]
    public TimeSpan RateLimitPadding { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How failures are repeated.</summary>
    [ValidateObjectMembers]
    public WildberriesRetryOptions Retry { get; set; } = new();

    /// <summary>
    /// An HTTP proxy for all requests but those to this machine, for example <c>http://proxy.local:3128</c>; a user and password may stand in it
    /// (<c>http://user:password@proxy.local:3128</c>), and are not shown again.
    /// </summary>
    /// <value>The default is <see langword="null"/>: the system's proxy settings hold.</value>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Uri? Proxy { get; set => field = Hidden.Address(value); }

    /// <summary>Whether traces, metrics (<c>wildberries.seller.id</c>) and logs carry the seller's id. One series per seller: mind the cardinality.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IncludeSellerIdInTelemetry { get; set; }

    /// <summary>
    /// A server on this machine that stands in for all WB hosts, for tests: <c>http://127.0.0.1:5000</c> gets the requests for
    /// <c>https://buyer-chat-api.wildberries.ru/ping</c> at <c>/buyer-chat-api/ping</c>. Clients that are made with one address share its limits, which end when the
    /// last of these clients is disposed: the next server there begins with its own.
    /// </summary>
    /// <value>The default is <see langword="null"/>: WB itself.</value>
    public Uri? EmulatorAddress { get; set; }

    /// <summary>The emulator itself, where it is in this process: its limits end with it.</summary>
    internal object? Emulator { get; set; }

    internal Func<HttpMessageHandler>? GetPrimaryHandlerFactory() => _primaryHandlerFactory;

    // Methods, not properties: the configuration binder takes properties for settings.
    internal IReadOnlyDictionary<(Type ApiType, string MethodName), Func<WildberriesOperation, WildberriesOperation>> GetOverrides() => _overrides;

    internal IEnumerable<ApiRegistration> GetApis() => _apis.Values;

    /// <summary>
    /// Sends through a handler of your own instead of the SDK's <see cref="SocketsHttpHandler"/>. It is made once and must not follow redirects nor
    /// repeat requests. It sees the token.
    /// </summary>
    /// <remarks>
    /// Where a <see cref="SocketsHttpHandler"/> of yours is at its end, the SDK sets its <see cref="SocketsHttpHandler.RequestHeaderEncodingSelector"/>, unless you
    /// have: so it knows when a request is written, and stops the repeats that .NET makes by itself. With any other handler a request counts as written when
    /// the handler gets it. The cancellation token that the handler gets means nothing after it has answered.
    /// </remarks>
    /// <param name="factory">Makes the handler; the SDK disposes it.</param>
    public void UsePrimaryHandler(Func<HttpMessageHandler> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        _primaryHandlerFactory = factory;
    }

    /// <summary>
    /// Changes what the SDK believes of one operation: access or limits that WB has changed since this version. It holds for that operation only: where
    /// operations share a limit (<see cref="WildberriesOperation.LimitGroup"/>), its calls still count in the group's bucket and take from it as its new
    /// rows say, and the others go on by the group's. When WB has changed a shared limit, override each operation of the group.
    /// </summary>
    /// <typeparam name="TApi">The Refit interface that declares the operation.</typeparam>
    /// <param name="methodName">The method's name: <c>nameof(IBuyerChatApi.GetChatsAsync)</c>.</param>
    /// <param name="change">Gives the operation as it should be: <c>operation => operation with { RateLimits = [...] }</c>.</param>
    /// <exception cref="ArgumentException">The interface has no such method.</exception>
    public void OverrideOperation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(
        string methodName,
        Func<WildberriesOperation, WildberriesOperation> change)
        where TApi : class
    {
        ArgumentException.ThrowIfNullOrEmpty(methodName);
        ArgumentNullException.ThrowIfNull(change);
        if (typeof(TApi).GetMethod(methodName) is null)
            throw new ArgumentException($"{typeof(TApi).Name} has no method {methodName}.", nameof(methodName));
        _overrides[(typeof(TApi), methodName)] = _overrides.TryGetValue((typeof(TApi), methodName), out Func<WildberriesOperation, WildberriesOperation>? first)
            ? operation => change(first(operation))
            : change;
    }

    /// <summary>
    /// Lets a Refit interface of your own run through the SDK's pipeline. It needs <see cref="WildberriesApiAttribute"/>, and
    /// <see cref="OperationAttribute"/> on each method, and rate limits; call it through <see cref="IWildberriesClient.Api{TApi}"/>.
    /// </summary>
    /// <typeparam name="TApi">The interface.</typeparam>
    /// <param name="jsonContext">The source-generated JSON context that knows the interface's bodies and answers.</param>
    /// <exception cref="ArgumentException">
    /// The interface or a method lacks an attribute, the host is not WB's, or the context does not know a type that a method sends or gives.
    /// </exception>
    public void AddApi<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TApi>(JsonSerializerContext jsonContext)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(jsonContext);
        _apis[typeof(TApi)] = ApiRegistration.Of<TApi>(jsonContext);
    }
}
