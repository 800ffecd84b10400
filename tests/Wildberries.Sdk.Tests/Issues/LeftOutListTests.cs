using System.Collections;
using System.Net;
using System.Text;
using Wildberries.Sdk.Advert;
using Wildberries.Sdk.Tests.House;
using Wildberries.Sdk.Tests.Http;

namespace Wildberries.Sdk.Tests.Issues;

/// <summary><c>null</c> is WB's own example of the kinds of products; it threw, as did 204 and an empty body.</summary>
public sealed class LeftOutListTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Nothing => ["null", " null\n", "204", "", "chunks"];

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task No_kinds_of_products_are_an_empty_list(string nothing) =>
        Assert.Empty(await AskAsync(nothing, advert => advert.GetAvailableSubjectsAsync(cancellationToken: Cancel)));

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task No_products_are_an_empty_list(string nothing) =>
        Assert.Empty(await AskAsync(nothing, advert => advert.GetAvailableProductsAsync([1], Cancel)));

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task No_expenses_are_an_empty_list(string nothing) =>
        Assert.Empty(await AskAsync(nothing, advert => advert.GetExpensesAsync(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2), Cancel)));

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task No_payments_are_an_empty_list(string nothing) =>
        Assert.Empty(await AskAsync(nothing, advert => advert.GetPaymentsAsync(cancellationToken: Cancel)));

    [Theory]
    [MemberData(nameof(Nothing))]
    public async Task No_statistics_are_an_empty_list(string nothing) =>
        Assert.Empty(await AskAsync(nothing, advert => advert.GetStatisticsAsync("1", new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2), Cancel)));

    // In a member, too: every model of every area.
    [Fact]
    public void No_list_of_a_model_is_null_where_WB_leaves_it_out() => Rule.Holds(
        PublicTypes.AnswerModels.Where(type => type.GetConstructor(Type.EmptyTypes) is not null),
        type => type.GetProperties()
            .Where(property => PublicTypes.IsCollection(property.PropertyType) && property.Name != nameof(WildberriesModel.AdditionalProperties))
            .Where(property => property.GetValue(Activator.CreateInstance(type)) is not IEnumerable)
            .Select(property => $"{type}.{property.Name} is null"));

    private static async Task<IReadOnlyList<T>> AskAsync<T>(string nothing, Func<IAdvertApi, Task<IReadOnlyList<T>>> ask)
    {
        using var wb = new FakeWildberries();
        wb.Answer((_, _) => Task.FromResult(nothing switch
        {
            "204" => new HttpResponseMessage(HttpStatusCode.NoContent),
            "chunks" => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new MemoryStream()) },
            _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(nothing, Encoding.UTF8, "application/json") },
        }));
        return await ask(wb.Client.Advert);
    }
}
