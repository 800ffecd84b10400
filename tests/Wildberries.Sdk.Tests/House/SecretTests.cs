using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.Directories;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Testing;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.House;

public sealed partial class SecretTests
{
    private const string Secret = "client-secret-of-the-service";
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    // Members that hold a secret under an innocent name.
    private static readonly HashSet<(Type Type, string Name)> OtherSecrets = [(typeof(WildberriesToken), "Value")];

    // Members that hold nothing personal under a personal name.
    private static readonly HashSet<(Type Type, string Name)> NotPersonal =
        [(typeof(Country), nameof(Country.FullName)), (typeof(EmulatedCountry), nameof(EmulatedCountry.FullName))];

    [Fact]
    public void No_readable_secret_is_serialized() => Rule.Holds(PublicTypes.All, JsonOffences);

    [Fact]
    public void No_secret_is_shown_by_a_debugger() => Rule.Holds([.. PublicTypes.Sdk.GetTypes(), .. PublicTypes.Redis.GetTypes()], DebuggerOffences);

    [Fact]
    public void No_text_of_an_object_shows_a_secret_or_personal_data() => Rule.Holds(PublicTypes.All.Where(CanBeMade), TextOffences);

    [Fact]
    public void The_rules_see_their_offenders()
    {
        Assert.Equal(2, JsonOffences(typeof(Leaky)).Count());
        Assert.Equal(3, DebuggerOffences(typeof(Leaky)).Count());
        Assert.Equal(4, TextOffences(typeof(Leaky)).Count());
        Assert.Single(DebuggerOffences(typeof(DisplaysItsSecret)));
        Assert.NotEmpty(DebuggerSecrets(typeof(WildberriesToken)));
    }

    [Fact]
    public void Options_are_serialized_without_their_secrets()
    {
        string token = TestTokens.Create();
        var options = new WildberriesOptions { Token = token, ClientSecret = Secret, MaxRateLimitWait = TimeSpan.FromSeconds(7) };
        options.Sellers["toys"] = new WildberriesSellerOptions { Token = token, ClientSecret = Secret };
        string all = JsonSerializer.Serialize(options, SecretTestsJsonContext.Default.WildberriesOptions);
        string seller = JsonSerializer.Serialize(options.Sellers["toys"], SecretTestsJsonContext.Default.WildberriesSellerOptions);

        // Something is written, but nothing secret.
        Assert.Contains("00:00:07", all, StringComparison.Ordinal);
        Assert.Contains("Environment", seller, StringComparison.Ordinal);
        AssertClean(all, token);
        AssertClean(seller, token);
    }

    [Fact]
    public void Credentials_are_serialized_without_their_secrets()
    {
        string token = TestTokens.Create();
        string json = JsonSerializer.Serialize(new WildberriesCredentials(token, Secret), SecretTestsJsonContext.Default.WildberriesCredentials);
        Assert.Contains(TestTokens.SellerId, json, StringComparison.Ordinal);
        AssertClean(json, token);
    }

    [Fact]
    public void No_object_on_the_way_prints_its_secrets()
    {
        string token = TestTokens.Create();
        var options = new WildberriesOptions { Token = token, ClientSecret = Secret };
        options.Sellers["toys"] = new WildberriesSellerOptions { Token = token, ClientSecret = Secret };
        using var wb = new FakeWildberries(o => o.ClientSecret = Secret, token: token);
        var factory = wb.Services.GetRequiredService<IWildberriesClientFactory>();
        using var client = WildberriesClient.Create(token);
        foreach (object holder in new object[]
        {
            WildberriesToken.Parse(token),
            new WildberriesCredentials(token, Secret),
            options,
            options.Sellers["toys"],
            client,
            client.With(new WildberriesCallOptions { RetryWrites = true }),
            wb.Client,
            wb.Client.BuyerChat,
            factory,
            factory.Create(token),
            wb.Services.GetRequiredService<IOptionsMonitor<WildberriesOptions>>(),
        })
        {
            AssertClean(holder.ToString() ?? "", token);
        }
    }

    [Fact]
    public async Task No_object_on_the_way_shows_its_secrets_in_a_debugger()
    {
        const string ProxyPassword = "password-of-the-proxy";
        string token = TestTokens.Create();
        var options = new WildberriesOptions { Token = token, ClientSecret = Secret, Proxy = new Uri($"http://user:{ProxyPassword}@proxy.local:3128") };
        options.Sellers["toys"] = new WildberriesSellerOptions { Token = token, ClientSecret = Secret };
        using var wb = new FakeWildberries(
            o =>
            {
                o.ClientSecret = Secret;
                o.Sellers["toys"] = options.Sellers["toys"];
            },
            token: token);
        wb.Answer(HttpStatusCode.BadRequest, $$"""{"title":"{{token}}","detail":"{{Secret}}"}""");
        var factory = wb.Services.GetRequiredService<IWildberriesClientFactory>();
        IWildberriesClient client = factory.Create(token);
        using var plain = WildberriesClient.Create(token, o => o.ClientSecret = Secret);
        var seen = new List<(string Way, string Text)>();
        foreach (object root in new object?[]
        {
            options,
            WildberriesToken.Parse(token),
            new WildberriesCredentials(token, Secret),
            wb.Client,
            wb.Services.GetRequiredKeyedService<IWildberriesClient>("toys"),
            factory,
            client,
            plain,
            plain.With(new WildberriesCallOptions { RetryWrites = true }),
            await Record.ExceptionAsync(() => wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)),
            await Record.ExceptionAsync(() => factory.Create(TestTokens.Create(TokenType.Test)).Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)),
        }.OfType<object>())
        {
            seen.AddRange(DebuggerView.Texts(root));
        }

        Assert.All(seen, text => AssertClean(text.Text, token));
        Assert.DoesNotContain(seen, text => text.Text.Contains(ProxyPassword, StringComparison.Ordinal));

        // It looks deep enough to see who the seller is, also behind clients and factories.
        Assert.Contains(seen, text => text.Way.StartsWith("WildberriesCredentials.", StringComparison.Ordinal) && text.Text == TestTokens.SellerId);
        Assert.Contains(seen, text => text.Way.StartsWith("WildberriesClient.", StringComparison.Ordinal) && text.Text == TestTokens.SellerId);
        Assert.Contains(seen, text => text.Text == "Wildberries options (1 named sellers)");
    }

    [Fact]
    public void A_look_into_an_object_finds_what_it_hides_badly()
    {
        string[] ways = [.. DebuggerView.Texts(new Holder(new Leaky { Token = Secret })).Where(text => text.Text.Contains(Secret, StringComparison.Ordinal)).Select(text => text.Way)];
        Assert.Contains("Holder._leaky.Token", ways);
        Assert.Contains("Holder (display)", ways);
        Assert.Equal(["DisplaysItsSecret (display)"], DebuggerView.Texts(new DisplaysItsSecret { Token = Secret }).Where(text => text.Text == Secret).Select(text => text.Way));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("x.y.")]
    [InlineData("я")]
    [InlineData("\r\nX-Header: ")]
    public void An_exception_about_a_bad_token_does_not_show_it(string before)
    {
        string good = TestTokens.Create();
        foreach (string bad in new[] { before + good[..^90], before + good.Replace('.', '_'), before + good + ".more", before + good + "\n" + good })
        {
            var text = new List<Exception?>
            {
                Record.Exception(() => WildberriesToken.Parse(bad)),
                Record.Exception(() => new WildberriesCredentials(bad)),
                Record.Exception(() => WildberriesClient.Create(bad).Dispose()),
                Record.Exception(() => WildberriesClient.Create(bad, _ => { }).Dispose()),
            };
            Assert.All(text, exception => AssertClean((exception ?? throw new InvalidOperationException(bad)).ToString(), good));
        }
    }

    [Theory]
    [InlineData(Secret + "\r\n")]
    [InlineData(Secret + "\r\nX: y")]
    [InlineData(Secret + "я")]
    public void An_exception_about_a_bad_secret_does_not_show_it(string secret)
    {
        string token = TestTokens.Create();
        Exception? exception = Record.Exception(() => new WildberriesCredentials(token, secret));
        if (secret.TrimEnd() != Secret)
            Assert.NotNull(exception);
        AssertClean(exception?.ToString() ?? "", token);
    }

    public static TheoryData<int, string, string> Echoes => new()
    {
        { 401, "application/problem+json", """{"title":"unauthorized","detail":"token TOKEN is malformed","requestId":"TOKEN","origin":"TOKEN"}""" },
        { 400, "application/json", """{"error":true,"errorText":"bad TOKEN","data":{"token":"TOKEN"}}""" },
        { 422, "application/json", """{"errors":["Authorization: Bearer TOKEN","TOKEN"]}""" },
        { 403, "text/plain", "you sent TOKEN" },
        { 500, "text/html", "<html><title>TOKEN</title><body>Authorization: TOKEN</body></html>" },
        { 200, "application/json", """{"name":TOKEN}""" },
        { 200, "text/html", "TOKEN" },
    };

    [Theory]
    [MemberData(nameof(Echoes))]
    public async Task A_token_that_WB_echoes_gets_into_no_exception_and_no_log(int status, string type, string body)
    {
        string token = TestTokens.Create();
        var log = new Telemetry.CollectingLoggerProvider();
        using var wb = new FakeWildberries(
            options =>
            {
                options.Retry.MaxRetries = 1;
                options.ClientSecret = Secret;
            },
            services => services.AddSingleton<Microsoft.Extensions.Logging.ILoggerFactory>(log.CreateFactory()),
            token);
        for (int i = 0; i < 2; i++)
            wb.Answer((HttpStatusCode)status, body.Replace("TOKEN", token, StringComparison.Ordinal), type, ("X-Request-Id", token));
        var exception = await Assert.ThrowsAnyAsync<WildberriesApiException>(
            () => wb.Elapse(wb.Client.Common.GetSellerInfoAsync(TestContext.Current.CancellationToken)));

        AssertClean(exception.ToString(), token);
        foreach (PropertyInfo property in exception.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
            AssertClean((string?)property.GetValue(exception) ?? "", token);
        Assert.All(exception.Errors, error => AssertClean(error, token));
        Assert.NotEmpty(log.Entries);
        Assert.All(log.Entries, entry => AssertClean(entry.ToString(), token));
    }

    private static void AssertClean(string text, string token)
    {
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);

        // Nor a part of the token: its payload says whose it is, its signature makes it work.
        foreach (string part in token.Split('.'))
            Assert.DoesNotContain(part[..Math.Min(part.Length, 24)], text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> JsonOffences(Type type) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where property.PropertyType == typeof(string) && property.GetMethod is { IsPublic: true } && SecretName().IsMatch(property.Name)
        where property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition != JsonIgnoreCondition.Always
        select $"{type.FullName}.{property.Name} has no [JsonIgnore]";

    private static IEnumerable<string> DebuggerOffences(Type type)
    {
        foreach (PropertyInfo property in DebuggerSecrets(type))
        {
            if (property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
                yield return $"{type.FullName}.{property.Name} has no [DebuggerBrowsable(DebuggerBrowsableState.Never)]";
            if (type.GetCustomAttribute<DebuggerDisplayAttribute>()?.Value is { } display && display.Contains($"{{{property.Name}", StringComparison.Ordinal))
                yield return $"{type.FullName} displays its {property.Name}";
        }

        foreach (FieldInfo field in type.GetFields(Everything))
        {
            if (field.FieldType == typeof(string)
                && SecretName().IsMatch(field.Name.TrimStart('_'))
                && !field.IsDefined(typeof(CompilerGeneratedAttribute))
                && field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never)
            {
                yield return $"{type.FullName}.{field.Name} has no [DebuggerBrowsable(DebuggerBrowsableState.Never)]";
            }
        }
    }

    private static IEnumerable<PropertyInfo> DebuggerSecrets(Type type) =>
        from property in type.GetProperties(Everything)
        where property.PropertyType == typeof(string) && (SecretName().IsMatch(property.Name) || OtherSecrets.Contains((type, property.Name)))
        select property;

    private static bool CanBeMade(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.GetConstructor(Type.EmptyTypes) is not null;

    private static IEnumerable<string> TextOffences(Type type)
    {
        const string Marker = "what-nobody-may-see";
        foreach (PropertyInfo property in type.GetProperties().Where(p => p.PropertyType == typeof(string) && p.CanWrite && PrivateName().IsMatch(p.Name) && !NotPersonal.Contains((type, p.Name))))
        {
            // A new one for each: what a request requires cannot be taken back.
            object instance = Activator.CreateInstance(type)!;
            property.SetValue(instance, Marker);
            if (instance.ToString()!.Contains(Marker, StringComparison.Ordinal))
                yield return $"{type.FullName}.ToString() shows {property.Name}";
        }
    }

    [GeneratedRegex("(Token|Secret|Password)$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        "(Token|Secret|Password|ReplySign|ClientName|BuyerName|(?<!Error)Text|^Body|Phone|PhoneCode|PhoneNumber|Email|^Comment|FullAddress|FirstName|LastName|MiddleName|SecondName"
        + "|FullName|Patronymic|^Inn|^Kpp|CarrierName|InviteUrl)$")]
    private static partial Regex PrivateName();

    internal sealed record Leaky
    {
        private readonly string _accessToken = "";

        public string? Token { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? ClientSecret { get; init; }

        public string? ReplySign { get; init; }

        public string? Text { get; init; }

        public int Length => _accessToken.Length;
    }

    [DebuggerDisplay("Holder of {_leaky.Token,nq}")]
    internal sealed class Holder(Leaky leaky)
    {
        private readonly Leaky _leaky = leaky;

        public int Length => _leaky.Length;
    }

    [DebuggerDisplay("{Token}")]
    internal sealed class DisplaysItsSecret
    {
        [JsonIgnore]
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string? Token { get; init; }
    }
}

[JsonSerializable(typeof(WildberriesOptions))]
[JsonSerializable(typeof(WildberriesSellerOptions))]
[JsonSerializable(typeof(WildberriesCredentials))]
internal sealed partial class SecretTestsJsonContext : JsonSerializerContext;
