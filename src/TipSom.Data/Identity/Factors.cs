using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain;

namespace TipSom.Data.Identity;

/// <summary>What a person has besides the password: an authenticator app, a printed card of codes, security keys. A code is taken once, in one statement.</summary>
public sealed class Factors(ProgramDatabase database, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Codes on a card.</summary>
    public const int CodesOnACard = 20;

    /// <summary>From so few codes on, a person is told to print a new card.</summary>
    public const int FewCodes = 3;

    /// <summary>What somebody has.</summary>
    public async Task<FactorsHeld> HeldByAsync(Guid userId, CancellationToken ct) => (await database.ListAsync(ProgramWork.SignIn, """
            select exists (select from identity.authenticators a where a.user_id = $1),
                (select c.next_code from identity.code_cards c where c.user_id = $1 and c.next_code <= cardinality(c.code_hashes)),
                (select count(*)::integer from identity.user_passkeys k where k.user_id = $1)
            """, row => new FactorsHeld(row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetInt32(1), row.GetInt32(2)), ct, userId)).Single();

    /// <summary>A secret for an app. It counts once its first code was given.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(Totp.SecretLength);

    /// <summary>Takes an app into use with its first code, in place of an earlier one. False where the code is wrong.</summary>
    public async Task<bool> UseAppAsync(Guid userId, byte[] secret, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Totp.StepOf(secret, DigitsOf(code), now) is not { } step)
            return false;
        var id = Guid.CreateVersion7();
        await database.RunAsync(ProgramWork.SignIn, """
            insert into identity.authenticators (id, user_id, sealed_secret, made_at, last_step) values ($1, $2, $3, $4, $5)
            on conflict (user_id) do update set id = excluded.id, sealed_secret = excluded.sealed_secret, made_at = excluded.made_at, last_step = excluded.last_step
            """, ct, id, userId, cipher.Seal(SealKinds.Authenticator, id, secret), now, step);
        return true;
    }

    /// <summary>Whether the code is one of the app's, and was not taken before. Of two that come at once, one is.</summary>
    public async Task<bool> TakeAppCodeAsync(Guid userId, string code, CancellationToken ct)
    {
        if ((await database.ListAsync<(Guid, byte[])?>(
                ProgramWork.SignIn, "select id, sealed_secret from identity.authenticators where user_id = $1",
                row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1)), ct, userId)).SingleOrDefault() is not var (id, sealedSecret))
            return false;
        var secret = cipher.Open<byte[]>(SealKinds.Authenticator, id, sealedSecret);
        if (Totp.StepOf(secret, DigitsOf(code), clock.GetUtcNow()) is not { } step)
            return false;
        return await database.RunAsync(
            ProgramWork.SignIn, "update identity.authenticators set last_step = $2 where id = $1 and last_step < $2", ct, id, step) == 1;
    }

    /// <summary>Makes a card in place of the one before. Its codes are returned this once.</summary>
    public async Task<IReadOnlyList<string>> NewCardAsync(Guid userId, CancellationToken ct)
    {
        var codes = Enumerable.Range(0, CodesOnACard).Select(_ => RandomNumberGenerator.GetInt32(100_000_000).ToString("D8", CultureInfo.InvariantCulture)).ToList();
        var card = CardOf(userId, codes, cipher, clock.GetUtcNow());
        await database.RunAsync(ProgramWork.SignIn, """
            insert into identity.code_cards (id, user_id, sealed_key, code_hashes, next_code, made_at) values ($1, $2, $3, $4, 1, $5)
            on conflict (user_id) do update set id = excluded.id, sealed_key = excluded.sealed_key, code_hashes = excluded.code_hashes,
                next_code = 1, made_at = excluded.made_at
            """, ct, card.Id, userId, card.SealedKey, card.CodeHashes, card.MadeAt);
        return codes;
    }

    /// <summary>A card with these codes.</summary>
    public static CodeCard CardOf(Guid userId, IReadOnlyList<string> codes, RecordCipher cipher, DateTimeOffset now)
    {
        var (id, key) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32));
        return new CodeCard
        {
            Id = id,
            UserId = userId,
            SealedKey = cipher.Seal(SealKinds.CodeCard, id, key),
            CodeHashes = [.. codes.Select((code, i) => HashOf(key, i + 1, code))],
            NextCode = 1,
            MadeAt = now
        };
    }

    /// <summary>Whether the code is the one asked for next. It is good once; of two that come at once, one is.</summary>
    public async Task<bool> TakeCardCodeAsync(Guid userId, string code, CancellationToken ct)
    {
        if ((await database.ListAsync<(Guid, byte[], int)?>(
                ProgramWork.SignIn, "select id, sealed_key, next_code from identity.code_cards where user_id = $1",
                row => (row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetInt32(2)), ct, userId)).SingleOrDefault() is not var (id, sealedKey, next))
            return false;
        var key = cipher.Open<byte[]>(SealKinds.CodeCard, id, sealedKey);
        return await database.RunAsync(
            ProgramWork.SignIn, "update identity.code_cards set next_code = next_code + 1 where id = $1 and next_code = $2 and code_hashes[next_code] = $3", ct,
            id, next, HashOf(key, next, DigitsOf(code))) == 1;
    }

    /// <summary>Takes the app away, unless nothing else is left. Whether it did.</summary>
    public Task<bool> RemoveAppAsync(Guid userId, CancellationToken ct) => RemoveAsync("""
        delete from identity.authenticators a where a.user_id = $1 and (
            exists (select from identity.code_cards c where c.user_id = $1 and c.next_code <= cardinality(c.code_hashes))
            or exists (select from identity.user_passkeys k where k.user_id = $1))
        """, userId, ct);

    /// <summary>Takes the card away, unless nothing else is left. Whether it did.</summary>
    public Task<bool> RemoveCardAsync(Guid userId, CancellationToken ct) => RemoveAsync("""
        delete from identity.code_cards c where c.user_id = $1 and (
            exists (select from identity.authenticators a where a.user_id = $1)
            or exists (select from identity.user_passkeys k where k.user_id = $1))
        """, userId, ct);

    /// <summary>Takes a security key away, unless nothing else is left. Whether it did.</summary>
    public Task<bool> RemoveKeyAsync(Guid userId, byte[] keyId, CancellationToken ct) => RemoveAsync("""
        delete from identity.user_passkeys p where p.user_id = $1 and p.credential_id = $2 and (
            exists (select from identity.authenticators a where a.user_id = $1)
            or exists (select from identity.code_cards c where c.user_id = $1 and c.next_code <= cardinality(c.code_hashes))
            or exists (select from identity.user_passkeys k where k.user_id = $1 and k.credential_id <> $2))
        """, userId, ct, keyId);

    /// <summary>Takes the answer to a question of a security key. Whether it was not taken before.</summary>
    public async Task<bool> TakeKeyAnswerAsync(Guid question, DateTimeOffset endsAt, CancellationToken ct) => await database.RunAsync(
        ProgramWork.SignIn, "insert into identity.used_ceremonies (id, ends_at) values ($1, $2) on conflict do nothing", ct, question, endsAt) == 1;

    // Two who remove one each at the same moment would otherwise leave nothing.
    private async Task<bool> RemoveAsync(string sql, Guid userId, CancellationToken ct, params object[] more) =>
        await database.RunAloneAsync(ProgramWork.SignIn, $"factors {userId:D}", sql, ct, [userId, .. more]) > 0;

    // People read codes out in groups, and phones write them with Urdu digits.
    private static string DigitsOf(string typed) => string.Concat(Digits.Fold(typed).Where(char.IsAsciiDigit));

    private static byte[] HashOf(byte[] key, int number, string code) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{number}|{code}"));
}

/// <summary>What somebody has besides the password.</summary>
/// <param name="NextCode">The number of the code the card asks for next; null without a card, or with a used one.</param>
public sealed record FactorsHeld(bool HasApp, int? NextCode, int Keys)
{
    /// <summary>Whether there is any at all.</summary>
    public bool Any => HasApp || NextCode is not null || Keys > 0;

    /// <summary>Codes left on the card.</summary>
    public int CodesLeft => NextCode is { } next ? Factors.CodesOnACard - next + 1 : 0;
}
