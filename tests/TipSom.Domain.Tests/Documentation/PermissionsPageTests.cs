using TipSom.Domain.Identity;

namespace TipSom.Domain.Tests.Documentation;

public sealed class PermissionsPageTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();
    private static readonly Permission[] Permissions = Enum.GetValues<Permission>();

    [Fact]
    public void The_page_on_permissions_says_what_the_code_says() => WrittenPage.IsUpToDate(
        "docs/permissions.md",
        $"""
        # Who may do what

        *Written by a test from `RolePermissions` in `src/TipSom.Domain/Identity`; change it there and run the tests of the domain.*

        A role answers one question only: may somebody who works as this do such a thing at all? Which records they may do it to is
        answered by row security in the database, and whether it is allowed now by the record itself
        (for referrals: [the life of a referral](referral-lifecycle.md)). A user has one role in one unit.

        ## The table

        {Matrix()}

        ## The permissions

        {WrittenPage.Table(["Permission", "Meaning", "Held by"], Permissions.Select(p => new[] { Code(p), Summary.Of(p), HeldBy(p) }))}

        ## The roles

        {WrittenPage.Table(["Role", "Meaning"], Roles.Select(r => new[] { Code(r), Summary.Of(r) }))}

        """.ReplaceLineEndings("\n"));

    private static string Matrix() => WrittenPage.Table(
        Roles.Select(r => r.ToString()).Prepend(""),
        Permissions.Select(p => Roles.Select(r => r.Allows(p) ? "yes" : "").Prepend(Code(p))));

    private static string HeldBy(Permission permission)
    {
        var holders = Roles.Where(r => r.Allows(permission)).ToList();
        return holders.Count == Roles.Length ? "everybody" : string.Join(", ", holders);
    }

    private static string Code<TEnum>(TEnum value) where TEnum : struct, Enum => $"`{value}`";
}
