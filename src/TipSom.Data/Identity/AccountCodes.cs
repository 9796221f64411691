using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;

namespace TipSom.Data.Identity;

/// <summary>
/// Codes by which a person begins, or begins again. Whoever gives one hands it over in person or in a sealed letter, never by mail alone;
/// who gives it never learns the password. The database says who may give one to whom.
/// </summary>
public sealed class AccountCodes(TipSomDbContext db, ProgramDatabase program)
{
    /// <summary>How long an invitation is good: a letter has to arrive.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromHours(72);

    /// <summary>How long a code to begin again is good: both are in one room.</summary>
    public static readonly TimeSpan RecoveryLasts = TimeSpan.FromMinutes(15);

    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 16;

    /// <summary>
    /// Makes a code for somebody in place of those before, and returns it this once, in groups of four. Whoever asks is the signed-in person
    /// of this transaction: an agency administrator above the person, or the national administrator, and never the person themself. A code
    /// other than an invitation ends every session and tells the person and their administrators and supervisors.
    /// </summary>
    public async Task<string> IssueAsync(User user, AccountCodeKind kind, Actor by, CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        var minutes = (int)(kind == AccountCodeKind.Invitation ? InvitationLasts : RecoveryLasts).TotalMinutes;
        await db.Database.ExecuteSqlAsync($"select security.issue_account_code({user.Id}, {kind.ToString()}, {HashOf(code)}, {minutes}, {by.UserId})", ct);
        return InFours(code);
    }

    /// <summary>The same for several people who were invited together, in one statement: a code each, in their order.</summary>
    public async Task<IReadOnlyList<string>> InviteAsync(IReadOnlyList<Guid> people, Actor by, CancellationToken ct)
    {
        var codes = people.Select(_ => RandomNumberGenerator.GetString(Alphabet, Length)).ToList();
        var (ids, hashes, minutes) = (people.ToArray(), codes.Select(HashOf).ToArray(), (int)InvitationLasts.TotalMinutes);
        await db.Database.ExecuteSqlAsync(
            $"""
            select security.issue_account_code(p.id, {nameof(AccountCodeKind.Invitation)}, p.code_hash, {minutes}, {by.UserId})
            from unnest({ids}, {hashes}) p (id, code_hash)
            """, ct);
        return [.. codes.Select(InFours)];
    }

    /// <summary>
    /// Uses a code with a new password, in one statement: ends the sessions, and voids every factor where they were lost. What the code was
    /// for; null where it is not a code of this account, or was used, or is too old.
    /// </summary>
    public async Task<AccountCodeKind?> UseAsync(Guid userId, string typed, string passwordHash, string securityStamp, CancellationToken ct) =>
        (await program.ListAsync(
            ProgramWork.SignIn, "select security.use_account_code($1, $2, $3, $4)", row => row.IsDBNull(0) ? null : row.GetString(0), ct,
            userId, HashOf(typed), passwordHash, securityStamp)).Single() is { } kind
            ? Enum.Parse<AccountCodeKind>(kind)
            : null;

    private static string InFours(string code) => string.Join('-', code.Chunk(4).Select(part => new string(part)));

    private static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
