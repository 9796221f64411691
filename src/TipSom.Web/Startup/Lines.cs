using TipSom.Data.RowSecurity;

namespace TipSom.Web.Startup;

/// <summary>Lines to other programs are encrypted, or do not leave this machine. That of the database is checked by <see cref="DurabilityGuard"/>.</summary>
public static class Lines
{
    /// <summary>Setting: hosts to which the line stays on this machine, such as containers beside the portal.</summary>
    public const string OnThisMachine = "Lines:OnThisMachine";

    /// <summary>Throws where a line that anybody on the way could read leads to another machine. Development may.</summary>
    /// <param name="setting">The setting that names the host.</param>
    /// <param name="otherwise">What to do instead.</param>
    public static void RefuseOpenLine(this WebApplicationBuilder builder, string setting, string otherwise)
    {
        var host = builder.Configuration[setting]?.Trim();
        if (builder.Environment.IsDevelopment() || string.IsNullOrEmpty(host) || DurabilityGuard.IsOnThisMachine(host))
            return;
        var named = (builder.Configuration[OnThisMachine] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!named.Contains(host, StringComparer.OrdinalIgnoreCase))
            throw new InvalidOperationException(
                $"{setting} leads to another machine over a line that is not encrypted. {otherwise} Where the line stays on this machine, as between containers, name the host in {OnThisMachine}.");
    }
}
