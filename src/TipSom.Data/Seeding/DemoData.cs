using TipSom.Data.Encryption;
using TipSom.Data.RowSecurity;
using TipSom.Domain.Identity;

namespace TipSom.Data.Seeding;

public sealed record DemoAccount(string UserName, Role Role, string About);

public static class DemoData
{
    public const string Password = "Demo-2026-TipSom";
    public static IReadOnlyList<DemoAccount> Accounts => [];
    public static Task<bool> LoadAsync(string owner, AccessContext context, MasterKeys keys, TimeProvider clock, CancellationToken ct) => Task.FromResult(false);
}
