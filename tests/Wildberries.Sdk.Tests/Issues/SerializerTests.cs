using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Xml.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary>Options and credentials tell no secret to any serializer, and lose none on the way; a buyer's words can be stored.</summary>
public sealed class SerializerTests
{
    private const string Secret = "client-secret-of-the-service";
    private const string Next = "client-secret-that-follows";
    private const string Password = "password-of-the-proxy";

    private static readonly string Token = TestTokens.Create();

    private static readonly System.Text.Json.JsonSerializerOptions Reflection = new()
    {
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    private static readonly Dictionary<string, Func<object, string>> Serializers = new()
    {
        ["System.Text.Json"] = value => System.Text.Json.JsonSerializer.Serialize(value, value.GetType(), Reflection),
        ["Newtonsoft"] = value => Newtonsoft.Json.JsonConvert.SerializeObject(
            value, new Newtonsoft.Json.JsonSerializerSettings { ReferenceLoopHandling = Newtonsoft.Json.ReferenceLoopHandling.Ignore }),
        ["Newtonsoft with private members"] = value => Newtonsoft.Json.JsonConvert.SerializeObject(
            value,
            new Newtonsoft.Json.JsonSerializerSettings
            {
#pragma warning disable CS0618 // It is what people use who want everything.
                ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver
                {
                    DefaultMembersSearchFlags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
                },
#pragma warning restore CS0618
                ReferenceLoopHandling = Newtonsoft.Json.ReferenceLoopHandling.Ignore,
                Error = (_, e) => e.ErrorContext.Handled = true,
            }),
        ["Serilog"] = Destructured,
        ["data contract"] = DataContract,
        ["members of members"] = Walk,
    };

    public static TheoryData<string> Names { get; } = [.. Serializers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Options_tell_no_secret(string serializer)
    {
        WildberriesOptions options = Filled();
        string text = Serializers[serializer](options) + Serializers[serializer](options.Sellers["toys"]);

        // Something is written.
        Assert.Contains("Environment", text, StringComparison.Ordinal);
        AssertClean(text);
    }

    [Theory]
    [InlineData("System.Text.Json")]
    [InlineData("Newtonsoft")]
    [InlineData("Serilog")]
    public void Credentials_tell_no_secret(string serializer)
    {
        string text = Serializers[serializer](new WildberriesCredentials(Token, Secret));
        Assert.Contains(TestTokens.SellerId, text, StringComparison.Ordinal);
        AssertClean(text);
    }

    [Fact]
    public void The_rule_sees_an_offender()
    {
        var offender = new Offender { Token = Token };
        Assert.All(
            Serializers.Where(serializer => serializer.Key != "data contract"),
            serializer => Assert.Contains(Token, serializer.Value(offender), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_shown_in_place_of_a_secret_is_taken_for_it()
    {
        // Handed on from options to options, to a client, and bound by whatever binder.
        WildberriesOptions from = Filled();
        Assert.NotEqual(Token, from.Token);
        Assert.Equal(from.Token, new string('*', from.Token!.Length));
        Assert.DoesNotContain(Password, from.Proxy!.OriginalString, StringComparison.Ordinal);
        using var wb = new FakeWildberries(options => options.ClientSecret = from.ClientSecret, token: from.Token);
        await wb.Client.Common.PingAsync(TestContext.Current.CancellationToken);
        Assert.Equal((Token, Secret), (wb.Arrivals[0].Token, wb.Arrivals[0].ClientSecret));
        Assert.Equal(Token, new WildberriesCredentials(from.Token).Token.Value);
        Assert.Equal(Password, Hidden.Reveal(new WildberriesOptions { Proxy = from.Proxy }.Proxy)!.UserInfo.Split(':')[1]);
    }

    [Fact]
    public async Task Two_tokens_that_show_alike_are_told_apart()
    {
        string token = Token;
        using var wb = new FakeWildberries(token: Token);
        await wb.Client.Common.PingAsync(TestContext.Current.CancellationToken);
        string other = TestTokens.Create(sellerId: Guid.NewGuid().ToString());
        wb.Services.GetRequiredService<IOptionsMonitor<WildberriesOptions>>().CurrentValue.Token = other;
        await wb.Client.Common.PingAsync(TestContext.Current.CancellationToken);
        Assert.Equal([token, other], wb.Arrivals.Select(arrival => arrival.Token));
    }

    [Fact]
    public void The_binder_of_the_framework_fills_them()
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Token"] = Token,
            ["ClientSecret"] = Secret,
            ["Proxy"] = $"http://user:{Password}@proxy.local:3128",
            ["Sellers:toys:Token"] = Token,
        }).Build();
        var options = new WildberriesOptions();
        section.Bind(options);
        section.Bind(options);
        Assert.Equal((Token, Secret), (Hidden.Reveal(options.Token), Hidden.Reveal(options.ClientSecret)));
        Assert.Equal($"user:{Password}", Hidden.Reveal(options.Proxy)!.UserInfo);
        Assert.Equal(Token, Hidden.Reveal(options.Sellers["toys"].Token));

        // What is not configured stays as it was set in code.
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["MaxRateLimitWait"] = "00:00:07" }).Build().Bind(options);
        Assert.Equal((Token, TimeSpan.FromSeconds(7)), (Hidden.Reveal(options.Token), options.MaxRateLimitWait));
    }

    [Fact]
    public void What_a_buyer_wrote_can_be_stored_and_read_again_and_is_in_no_text_of_the_object()
    {
        var written = new ChatEvent { ChatId = "1:a", EventId = "e", ClientName = "Алевтина", ReplySign = "sign", Message = new ChatMessage { Text = "Привет" } };
        Assert.Equal(written, Newtonsoft.Json.JsonConvert.DeserializeObject<ChatEvent>(Newtonsoft.Json.JsonConvert.SerializeObject(written)));
        Assert.Equal(
            written,
            System.Text.Json.JsonSerializer.Deserialize(
                System.Text.Json.JsonSerializer.Serialize(written, BuyerChatJsonContext.Default.ChatEvent), BuyerChatJsonContext.Default.ChatEvent));
        Assert.All(["Алевтина", "sign", "Привет"], text => Assert.DoesNotContain(text, $"{written}", StringComparison.Ordinal));

        // What docs/en/telemetry.md says of {@Event}: all of it is there.
        Assert.All(["Алевтина", "sign", "Привет"], text => Assert.Contains(text, Destructured(written), StringComparison.Ordinal));
        Assert.All(["Алевтина", "sign", "Привет"], text => Assert.DoesNotContain(text, Formatted("{Event}", written), StringComparison.Ordinal));
    }

    [Fact]
    public void An_exception_of_the_SDK_tells_no_secret()
    {
        var redaction = new Redaction(Token, Secret);
        var error = new WildberriesApiException("failed", SafeFailure.Of(new HttpRequestException($"bad line {Token} {Secret}", new IOException(Secret)), redaction));
        AssertClean(Newtonsoft.Json.JsonConvert.SerializeObject(error) + Destructured(error) + error);
    }

    private static WildberriesOptions Filled()
    {
        var options = new WildberriesOptions();
        Fill(options);
        options.Proxy = new Uri($"http://user:{Password}@proxy.local:3128");
        options.Sellers["toys"] = new WildberriesSellerOptions();
        Fill(options.Sellers["toys"]);
        return options;

        static void Fill(WildberriesSellerOptions seller)
        {
            (seller.Token, seller.ClientSecret, seller.NextClientSecret) = (Token, Secret, Next);
            seller.NextClientSecretFrom = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        }
    }

    private static void AssertClean(string text)
    {
        foreach (string secret in (string[])[Token, Token.Split('.')[2], Secret, Next, Password])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    private static string Destructured(object value) => Formatted("{@Value}", value);

    private static string Formatted(string template, object value)
    {
        var sink = new Sink();
        using (Logger logger = new LoggerConfiguration().WriteTo.Sink(sink).CreateLogger())
            logger.Information(template, value);
        return sink.Text.ToString();
    }

    // It cannot write all types; what it wrote until then counts.
    private static string DataContract(object value)
    {
        using var stream = new MemoryStream();
        try
        {
            new DataContractSerializer(value.GetType()).WriteObject(stream, value);
        }
        catch (SerializationException)
        {
        }

        var text = new StringBuilder("Environment ").Append(Encoding.UTF8.GetString(stream.ToArray()));
        try
        {
            using var writer = new StringWriter(text);
            new XmlSerializer(value.GetType()).Serialize(writer, value);
        }
        catch (InvalidOperationException)
        {
        }

        return text.ToString();
    }

    // Every field, private or not, some steps deep: what a serializer could find that asks nobody.
    private static string Walk(object value)
    {
        var text = new StringBuilder();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Visit(value, 0);
        return text.ToString();

        void Visit(object? item, int depth)
        {
            if (item is null || depth > 6 || (!item.GetType().IsValueType && !seen.Add(item)))
                return;
            if (item is string or Uri || item.GetType().IsPrimitive)
            {
                text.AppendLine(item is Uri uri ? uri.OriginalString : item.ToString());
                return;
            }

            if (item is IEnumerable items)
            {
                foreach (object? one in items)
                    Visit(one, depth + 1);
            }

            for (Type? type = item.GetType(); type is not null && type.Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) != true; type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    text.Append(field.Name).Append(' ');
                    if (!field.FieldType.IsPointer)
                        Visit(field.GetValue(item), depth + 1);
                }
            }
        }
    }

    private sealed class Offender
    {
        public string? Token { get; set; }
    }

    private sealed class Sink : ILogEventSink
    {
        public StringBuilder Text { get; } = new();

        public void Emit(LogEvent logEvent)
        {
            Text.Append(logEvent.RenderMessage(System.Globalization.CultureInfo.InvariantCulture));
            foreach (KeyValuePair<string, LogEventPropertyValue> property in logEvent.Properties)
                Text.Append(property.Key).Append(property.Value);
        }
    }
}
