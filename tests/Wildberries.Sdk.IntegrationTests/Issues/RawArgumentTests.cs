using System.Reflection;
using Wildberries.Sdk.Advert.Retired;
using Wildberries.Sdk.Fuzz;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.Tests;

namespace Wildberries.Sdk.IntegrationTests.Issues;

/// <summary>What no operation can be called with is refused before anything is sent, and the exception names the argument: every parameter of every raw method.</summary>
public sealed class RawArgumentTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IEnumerable<WildberriesOperation> Operations =>
#pragma warning disable WBSDK0001 // The retired methods are raw methods, too.
        WildberriesOperations.All.Concat(WildberriesOperations.Of<IRetiredAdvertApi>());
#pragma warning restore WBSDK0001

    [Fact]
    public async Task Null_is_refused_where_it_is_no_default() => await RefuseAsync(
        parameter => !parameter.ParameterType.IsValueType && !parameter.HasDefaultValue, _ => [null], typeof(ArgumentNullException), least: 30);

    [Fact]
    public async Task Ids_that_are_no_positive_numbers_are_refused() => await RefuseAsync(
        parameter => IsId(parameter.Name!) && parameter.ParameterType != typeof(string),
        parameter => parameter.ParameterType == typeof(long) || parameter.ParameterType == typeof(long?)
            ? [0L, -1L, long.MinValue]
            : [Many(parameter.ParameterType, 1, 0), Many(parameter.ParameterType, -7)],
        typeof(ArgumentOutOfRangeException),
        least: 20);

    [Fact]
    public async Task Lists_of_ids_in_a_text_are_refused_if_they_are_none() => await RefuseAsync(
        parameter => parameter.ParameterType == typeof(string) && parameter.Name!.EndsWith("ids", StringComparison.OrdinalIgnoreCase),
        _ => ["", "0", "1,,2", "1,-2", "a", "1;2", "../1"],
        typeof(ArgumentException),
        least: 4);

    [Fact]
    public async Task What_would_lead_to_another_operation_is_refused() => await RefuseAsync(
        parameter => parameter.ParameterType == typeof(string)
            && parameter.Member.GetCustomAttribute<Refit.HttpMethodAttribute>()!.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal),
        _ => [".", "..", "", " ", "\0"],
        typeof(ArgumentException),
        least: 1);

    [Theory]
    [InlineData("a/../b", "/buyer-chat-api/api/v1/seller/download/a%2F..%2Fb")]
    [InlineData("..\\x", "/buyer-chat-api/api/v1/seller/download/..%5Cx")]
    [InlineData("%2e%2e", "/buyer-chat-api/api/v1/seller/download/%252e%252e")]
    [InlineData("...", "/buyer-chat-api/api/v1/seller/download/...")]
    public async Task An_id_with_strange_characters_stays_one_part_of_the_path(string id, string path)
    {
        await using RawServer server = new(_ => RawServer.Answer("200 OK", "file"));
        using WildberriesClient client = Connect(server);
        using HttpResponseMessage file = await client.BuyerChat.DownloadAsync(id, Cancel);
        Assert.Equal(path, Assert.Single(server.Arrivals).Path);
    }

    private static bool IsId(string name) => name is "id" or "ids" || name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("Ids", StringComparison.Ordinal);

    private static object Many(Type type, params long[] ids) => type.IsInstanceOfType(ids) ? ids : ids.ToList();

    private static WildberriesClient Connect(RawServer server) => WildberriesClient.Create(TestTokens.Create(sellerId: Guid.NewGuid().ToString()), options =>
    {
        options.EmulatorAddress = server.Address;
#pragma warning disable WBSDK0001
        options.AddApi<IRetiredAdvertApi>(RetiredAdvertJsonContext.Default);
#pragma warning restore WBSDK0001
    });

    private async Task RefuseAsync(Func<ParameterInfo, bool> which, Func<ParameterInfo, object?[]> bad, Type type, int least)
    {
        await using RawServer server = new(_ => RawServer.Json("{}"));
        using WildberriesClient client = Connect(server);
        int count = 0;
        foreach (WildberriesOperation operation in Operations)
        {
            MethodInfo method = Samples.Method(operation);
            foreach (ParameterInfo parameter in method.GetParameters().Where(parameter => parameter.ParameterType != typeof(CancellationToken) && which(parameter)))
            {
                count++;
                foreach (object? value in bad(parameter))
                {
                    object?[] arguments = Samples.Arguments(method, Cancel);
                    arguments[parameter.Position] = value;
                    Exception? exception = await Record.ExceptionAsync(() => new Call(method).RunAsync(Samples.Api(client, operation.ApiType), arguments));
                    Assert.True(exception is ArgumentException, $"{operation.Name}({parameter.Name}: {value ?? "null"}): {exception?.ToString() ?? "was sent"}");
                    Assert.True(type.IsInstanceOfType(exception), $"{operation.Name}({parameter.Name}: {value ?? "null"}): {exception}");
                    Assert.Equal(parameter.Name, ((ArgumentException)exception).ParamName);
                }
            }
        }

        output.WriteLine($"{count} parameters");
        Assert.InRange(count, least, int.MaxValue);
        Assert.Empty(server.Arrivals);
        Assert.Equal(0, server.Connections);
    }
}
