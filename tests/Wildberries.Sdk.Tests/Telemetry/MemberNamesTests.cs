using System.Globalization;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Telemetry;

namespace Wildberries.Sdk.Tests.Telemetry;

public sealed class MemberNamesTests
{
    private readonly MemberNames _names = new();

    [Theory]
    [InlineData("newMember")]
    [InlineData("new_member-2")]
    [InlineData("A")]
    public void A_name_is_itself(string name) => Assert.Equal(name, Bound("Finance.Rows", name));

    [Theory]
    [InlineData("")]
    [InlineData("79991234567")]
    [InlineData("2026-03-16")]
    [InlineData("Марья")]
    [InlineData("two words")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.eyJzaWQiOiJ4In0.c2ln")]
    public void What_could_be_a_value_is_not_told(string name) => Assert.Equal(MemberNames.Other, Bound("Finance.Rows", name));

    [Fact]
    public void A_long_name_is_not_told()
    {
        Assert.NotEqual(MemberNames.Other, Bound("Finance.Rows", new string('a', MemberNames.MaxLength)));
        Assert.Equal(MemberNames.Other, Bound("Finance.Rows", new string('a', MemberNames.MaxLength + 1)));
    }

    [Fact]
    public void An_operation_has_some_names_and_no_more()
    {
        string[] names = [.. Enumerable.Range(0, MemberNames.MaxNames + 5).Select(i => string.Create(CultureInfo.InvariantCulture, $"name{i}"))];
        string[] told = [.. names.Select(name => Bound("Finance.Rows", name))];
        Assert.Equal(names.Take(MemberNames.MaxNames), told.Take(MemberNames.MaxNames));
        Assert.All(told.Skip(MemberNames.MaxNames), name => Assert.Equal(MemberNames.Other, name));
        Assert.Equal("name0", Bound("Finance.Rows", "name0"));
        Assert.Equal("name36", Bound("Common.GetNews", "name36"));
    }

    [Theory]
    [InlineData("S3cr3tOfTheService")]
    [InlineData("part-S3cr3tOfTheService")]
    [InlineData("S3CR3TOFTHESERVICE")]
    public void A_name_in_which_WB_echoes_a_secret_is_not_told(string name)
    {
        var secrets = new Redaction("S3cr3tOfTheService");
        Assert.Equal(MemberNames.Other, _names.Bound("Finance.Rows", name, secrets));
        Assert.Equal("newMember", _names.Bound("Finance.Rows", "newMember", secrets));
    }

    private string Bound(string operation, string name) => _names.Bound(operation, name, Redaction.None);
}
