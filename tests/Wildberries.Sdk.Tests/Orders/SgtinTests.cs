using Wildberries.Sdk.Orders;

namespace Wildberries.Sdk.Tests.Orders;

public sealed class SgtinTests
{
    private const string Gs = "\u001d";

    // The example of WB's documents: its GTIN has a right check digit.
    private const string Full = "0104630568317423215EirD_orEif7X" + Gs + "91EE12" + Gs + "92VygELprJ87wrc/qF/Vq/KEFUVpZm4vDPQt2kqUw308Y=";
    private const string Dairy = "0104600439931256215abCD1" + Gs + "93Zx9Q";

    [Fact]
    public void A_whole_code_is_read_with_all_its_parts()
    {
        Sgtin code = Sgtin.Read(Full);
        Assert.Empty(code.Problems);
        Assert.Equal((Full, "04630568317423", "5EirD_orEif7X", "EE12", true), (code.Code, code.Gtin, code.Serial, code.VerificationKey, code.HasGroupSeparators));
        Assert.Equal("VygELprJ87wrc/qF/Vq/KEFUVpZm4vDPQt2kqUw308Y=", code.VerificationCode);
    }

    [Fact]
    public void A_code_with_a_short_verification_part_is_read()
    {
        Sgtin code = Sgtin.Read(Dairy);
        Assert.Empty(code.Problems);
        Assert.Equal(("04600439931256", "5abCD1", null, "Zx9Q"), (code.Gtin, code.Serial, code.VerificationKey, code.VerificationCode));
    }

    [Fact]
    public void Other_parts_after_the_serial_number_do_no_harm()
    {
        Sgtin code = Sgtin.Read("0104600439931256215abCD1" + Gs + "3103000350" + Gs + "93Zx9Q");
        Assert.Empty(code.Problems);
        Assert.Equal("Zx9Q", code.VerificationCode);
    }

    public static TheoryData<string, MarkingFault, bool> Bad => new()
    {
        // What WB's length allows no more.
        { "010460043993125", MarkingFault.Length, true },
        { "0104600439931256215" + new string('a', 117), MarkingFault.Length, true },

        // The separators are gone: the serial number would be longer than any.
        { Full.Replace(Gs, "", StringComparison.Ordinal), MarkingFault.NoGroupSeparator, true },
        { "010460043993125621" + new string('a', 21), MarkingFault.NoGroupSeparator, true },

        // Nothing after the serial number: WB may want a separator or not.
        { "0104600439931256215abCD1", MarkingFault.NoGroupSeparator, false },
        { "010460043993125621" + new string('a', 20), MarkingFault.NoGroupSeparator, false },

        // Scanned with a Russian layout.
        { "0104630568317423215УшкВ_щкУша7Ч" + Gs + "91УУ12", MarkingFault.NonLatinSymbols, true },
        { "0104630568317423215Eirд" + Gs + "93Zx9Q", MarkingFault.NonLatinSymbols, true },

        { "0104600439931256215ab CD1" + Gs + "93Zx9Q", MarkingFault.InvalidSymbols, true },
        { "0104600439931256215abCD1\t" + Gs + "93Zx9Q", MarkingFault.InvalidSymbols, true },
        { "0104600439931256215abCD1" + Gs + "93Zx9Q\r\n", MarkingFault.InvalidSymbols, true },
        { "0104600439931256215abCD1\u0000" + Gs + "93Zx9Q", MarkingFault.InvalidSymbols, true },
        { "0104600439931256215abCD1\u001e" + Gs + "93Zx9Q", MarkingFault.InvalidSymbols, true },
        { "0104600439931256215ab#CD1" + Gs + "93Zx9Q", MarkingFault.InvalidSymbols, false },

        // Not built as a code is: WB has taken such ones.
        { "1234567890123456", MarkingFault.InvalidPattern, false },
        { "0204600439931256215abCD1" + Gs + "93Zx9Q", MarkingFault.InvalidPattern, false },
        { "01046004399312A6215abCD1" + Gs + "93Zx9Q", MarkingFault.InvalidPattern, false },
        { "0104600439931256225abCD1" + Gs + "93Zx9Q", MarkingFault.InvalidPattern, false },
        { "010460043993125621" + Gs + "93Zx9Q", MarkingFault.InvalidPattern, false },

        { "0104600439931257215abCD1" + Gs + "93Zx9Q", MarkingFault.CheckDigit, false },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_wrong_with_a_code_is_told_without_the_code(string text, MarkingFault fault, bool isCertain)
    {
        Sgtin code = Sgtin.Read(text);
        MarkingProblem problem = code.Problems.First(one => one.Fault == fault);
        Assert.Equal((isCertain, isCertain), (problem.IsCertain, code.Problems.Any(one => one.IsCertain)));
        Assert.Equal(problem.Explanation, problem.ToString());
        Assert.DoesNotContain(text, problem.Explanation, StringComparison.Ordinal);
        Assert.Equal(text, code.Code);
        Assert.DoesNotContain("215abCD1", code.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shortest_and_the_longest_code_have_the_length_that_WB_takes()
    {
        Assert.DoesNotContain(Sgtin.Read(new string('1', 16)).Problems, problem => problem.Fault == MarkingFault.Length);
        Assert.DoesNotContain(Sgtin.Read("0104600439931256215abCD1" + Gs + "92" + new string('a', 108)).Problems, problem => problem.Fault == MarkingFault.Length);
    }

    [Theory]
    [InlineData("  " + Dairy + "\r\n", Dairy)]
    [InlineData("\uFEFF" + Dairy, Dairy)]
    [InlineData("]d2" + Dairy, Dairy)]
    [InlineData("]C1" + Dairy, Dairy)]
    [InlineData("\u001d" + Dairy, Dairy)]
    [InlineData("\u00E8" + Dairy, Dairy)]
    [InlineData(@"0104600439931256215abCD1\u001d93Zx9Q", Dairy)]
    [InlineData(@"0104600439931256215abCD1\u001D93Zx9Q", Dairy)]
    [InlineData(@"0104600439931256215abCD1\x1d93Zx9Q", Dairy)]
    [InlineData("0104600439931256215abCD1_x001D_93Zx9Q", Dairy)]
    [InlineData("0104600439931256215abCD1<GS>93Zx9Q", Dairy)]
    [InlineData("0104600439931256215abCD1\u241D93Zx9Q", Dairy)]
    [InlineData("0104600439931256215фиСВ1\u001d93Яч9Й", Dairy)]
    [InlineData("ъв20104600439931256215фиСВ1\u001d93Яч9Й", Dairy)]
    [InlineData(Dairy, Dairy)]
    [InlineData(Full, Full)]
    [InlineData("", "")]
    [InlineData("1234567890123456", "1234567890123456")]
    public void What_scanners_and_spreadsheets_do_to_a_code_is_mended(string scanned, string code) => Assert.Equal(code, Sgtin.Repair(scanned));

    [Fact]
    public void Every_key_of_a_Russian_layout_is_put_back()
    {
        const string Russian = "01ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.Ё!\"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";
        const string English = "01`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
        Assert.Equal(English, Sgtin.Repair(Russian));
    }

    [Fact]
    public void Separators_that_are_a_last_sign_stay() => Assert.Equal("0104600439931256215abCD1" + Gs, Sgtin.Repair("0104600439931256215abCD1" + Gs + " \n"));

    [Fact]
    public void Null_is_no_code()
    {
        Assert.Throws<ArgumentNullException>(() => Sgtin.Read(null!));
        Assert.Throws<ArgumentNullException>(() => Sgtin.Repair(null!));
    }
}
