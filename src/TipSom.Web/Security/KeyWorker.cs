using TipSom.Data.Encryption;
using TipSom.Web.Startup;

namespace TipSom.Web.Security;

/// <summary>Reads the master keys anew every half minute, and tells the database which one this portal seals with.</summary>
public sealed class KeyWorker(KeyUses uses, TimeProvider clock, ILogger<KeyWorker> log) : Worker(clock, log)
{
    protected override TimeSpan Pause => MasterKeys.BetweenReadings;

    protected override async Task<bool> RoundAsync(CancellationToken ct)
    {
        try
        {
            await uses.FollowAsync(ct);
        }
        catch (MasterKeyException wrong)
        {
            Log.LogError("The master keys cannot be read anew; the portal goes on with those it has. {Reason}", wrong.Message);
        }

        return false;
    }
}
