using System.Text.RegularExpressions;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.Warehouses;

/// <summary>Refuses contacts that WB would refuse. What is wrong with one is said by its place: who it is stays out of messages.</summary>
internal static partial class ContactRows
{
    private const int MaxContacts = 5;
    private const int MaxComment = 1000;

    public static IReadOnlyList<WarehouseContact> Check(IReadOnlyList<WarehouseContact>? contacts)
    {
        const string Name = nameof(WarehouseContactsRequest.Contacts);
        Argument.List(contacts, 0, MaxContacts, Name);
        return Argument.Rows(contacts!, _ => "a contact", FaultOf, Name);
    }

    private static string? FaultOf(WarehouseContact contact)
    {
        if (contact.Phone is null || !Phone().IsMatch(contact.Phone))
            return "its telephone number is not + with the code of a country that WB takes (7, 374, 375, 996) and the number, in digits";
        if (contact.Comment is not { } comment)
            return null;
        return Argument.TextFault(comment) is { } fault
            ? $"its comment has {fault}"
            : Argument.Characters(comment) is var length && length > MaxComment
                ? FormattableString.Invariant($"its comment has {length:N0} characters; WB takes at most {MaxComment:N0}")
                : null;
    }

    // Ten digits after the code of Russia and Kazakhstan, nine of Belarus and Kyrgyzstan, eight of Armenia.
    [GeneratedRegex(@"^\+(7[0-9]{10}|375[0-9]{9}|996[0-9]{9}|374[0-9]{8})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
