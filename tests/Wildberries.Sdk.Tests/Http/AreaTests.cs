using System.Reflection;
using Refit;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Authentication;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Common;
using Wildberries.Sdk.Http;
using Wildberries.Sdk.Operations;
using Wildberries.Sdk.RateLimiting;
using Wildberries.Sdk.Serialization;
using Areas = Refit.Implementation.GeneratedWildberries_Sdk;

namespace Wildberries.Sdk.Tests.Http;

public sealed class AreaTests
{
    /// <summary>What keeps unused areas out of trimmed programs hangs on what Refit emits: a new version of it that differs must be looked at.</summary>
    [Fact]
    public void Refits_own_registration_of_the_stubs_is_compiled_out_and_each_stub_is_named_by_the_SDK()
    {
        Assert.DoesNotContain(
            typeof(Areas).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic),
            method => method.IsDefined(typeof(System.Runtime.CompilerServices.ModuleInitializerAttribute)) || method.Name == "Initialize");
        Type[] stubs = [.. typeof(Areas).GetNestedTypes(BindingFlags.NonPublic).Where(type => House.PublicTypes.RefitInterfaces.Any(api => api.IsAssignableFrom(type)))];
        Assert.Equal(House.PublicTypes.RefitInterfaces.Count, stubs.Length);

        using var client = new HttpClient { BaseAddress = new Uri("https://common-api.wildberries.ru") };
        Assert.Equal(
            stubs.OrderBy(type => type.Name, StringComparer.Ordinal),
            House.PublicTypes.RefitInterfaces
                .Select(api => api.GetCustomAttribute<AreaAttribute>()!.Api.CreateStub(client).GetType())
                .OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.Throws<InvalidOperationException>(
            () => RestService.ForGenerated<ICommonApi>(client, WildberriesRefitSettings.Create(CommonJsonContext.Default)));
    }

    [Fact]
    public void An_area_is_read_when_it_is_first_used_and_shared_by_all_clients()
    {
        var first = new OperationTable(new WildberriesOptions());
        var second = new OperationTable(Overriding());
        WildberriesOperation chats = first.Operation(typeof(IBuyerChatApi), nameof(IBuyerChatApi.GetEventsAsync));
        Assert.Same(chats, second.Operation(typeof(IBuyerChatApi), nameof(IBuyerChatApi.GetEventsAsync)));
        Assert.Same(chats, Assert.Single(WildberriesOperations.All, operation => operation.Name == "BuyerChat.GetEvents"));
        Assert.NotSame(
            first.Operation(typeof(IBuyerChatApi), nameof(IBuyerChatApi.GetChatsAsync)),
            second.Operation(typeof(IBuyerChatApi), nameof(IBuyerChatApi.GetChatsAsync)));
    }

    [Fact]
    public void Making_a_table_reads_only_the_interfaces_that_are_overridden()
    {
        var read = new List<Type>();
        Watched<IBuyerChatApi> chat = new(read);
        Watched<IAdvertApi> advert = new(read);
        var table = new OperationTable([chat, advert], Overriding().GetOverrides());
        Assert.Equal([typeof(IBuyerChatApi)], read);
        table.Operation(typeof(IAdvertApi), nameof(IAdvertApi.PingAsync));
        table.Operation(typeof(IAdvertApi), nameof(IAdvertApi.GetBalanceAsync));
        Assert.Equal([typeof(IBuyerChatApi), typeof(IAdvertApi)], read);
    }

    [Fact]
    public void A_users_own_context_takes_the_place_of_an_areas_and_keeps_its_stub()
    {
        var options = new WildberriesOptions();
        options.AddApi<ICommonApi>(CommonJsonContext.Default);
        var table = new OperationTable(options);
        ApiRegistration own = Assert.Single(options.GetApis());
        Assert.Same(own, table.Find(typeof(ICommonApi)));
        Assert.Same(own, table.Find(Areas.Common.Api));
        Assert.Same(Areas.BuyerChat.Api, table.Find(Areas.BuyerChat.Api));
        using var client = new HttpClient { BaseAddress = new Uri("https://common-api.wildberries.ru") };
        Assert.IsAssignableFrom<ICommonApi>(own.CreateStub(client));
    }

    [Fact]
    public void A_type_that_the_context_does_not_know_is_found_before_anything_is_sent()
    {
        var options = new WildberriesOptions();
        string body = Assert.Throws<ArgumentException>("jsonContext", () => options.AddApi<IUnknownBody>(CommonJsonContext.Default)).Message;
        Assert.StartsWith(
            $"{typeof(IUnknownBody)}.SendAsync needs {typeof(RateLimit)} in CommonJsonContext: put [JsonSerializable(typeof(RateLimit))] on it.", body, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("jsonContext", () => options.AddApi<IUnknownAnswer>(CommonJsonContext.Default));
        Assert.Throws<ArgumentException>("jsonContext", () => options.AddApi<IUnknownRow>(CommonJsonContext.Default));
        options.AddApi<IPlainTypes>(CommonJsonContext.Default);
        Assert.Equal(typeof(IPlainTypes), Assert.Single(options.GetApis()).Type);
    }

    private static WildberriesOptions Overriding()
    {
        var options = new WildberriesOptions();
        options.OverrideOperation<IBuyerChatApi>(
            nameof(IBuyerChatApi.GetChatsAsync), operation => operation with { RateLimits = [new RateLimit(1, TimeSpan.FromSeconds(1), 1)] });
        return options;
    }

    private sealed class Watched<TApi>(List<Type> read) : ApiRegistration(typeof(TApi))
        where TApi : class
    {
        public override object CreateStub(HttpClient client) => throw new NotSupportedException();

        protected override IReadOnlyList<WildberriesOperation> Read()
        {
            read.Add(typeof(TApi));
            return WildberriesOperations.Of<TApi>();
        }
    }

    [WildberriesApi("https://common-api.wildberries.ru")]
    internal interface IUnknownBody
    {
        [Post("/things")]
        [Operation(TokenCategory.None, OperationAccess.Write)]
        Task SendAsync([Body] RateLimit body);
    }

    [WildberriesApi("https://common-api.wildberries.ru")]
    internal interface IUnknownAnswer
    {
        [Get("/things")]
        [Operation(TokenCategory.None, OperationAccess.Read)]
        Task<IApiResponse<RateLimit>> GetAsync();
    }

    [WildberriesApi("https://common-api.wildberries.ru")]
    internal interface IUnknownRow
    {
        [Get("/things")]
        [Operation(TokenCategory.None, OperationAccess.Read)]
        IAsyncEnumerable<RateLimit> StreamAsync();
    }

    [WildberriesApi("https://common-api.wildberries.ru")]
    internal interface IPlainTypes
    {
        [Post("/text")]
        [Operation(TokenCategory.None, OperationAccess.Write)]
        Task<string> SendTextAsync([Body] string body);

        [Post("/file")]
        [Operation(TokenCategory.None, OperationAccess.Write)]
        Task<HttpResponseMessage> SendFileAsync([Body] Stream body);

        [Get("/ping")]
        [Operation(TokenCategory.None, OperationAccess.Read)]
        Task<PingResponse> PingAsync();
    }
}
