using TipSom.Data.Encryption;
using TipSom.Web.Startup;

namespace TipSom.Web.Security;

/// <summary>Reads the master keys anew every half minute, and tells the database which one this portal seals with.</summary>
public sealed class KeyWorker(KeyUses uses, TimeProvider clock, ILogger<KeyWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await uses.FollowAsync(stoppingToken);
            }
            catch (MasterKeyException wrong)
            {
                log.LogError("The master keys cannot be read anew; the portal goes on with those it has. {Reason}", wrong.Message);
            }
            catch (Exception failure) when (Outage.IsBehind(failure))
            {
                log.LogWarning("Which master key seals cannot be told: the database is away");
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError("Following the master keys failed: {Failure}", failure.GetType().Name);
            }

            await Task.Delay(MasterKeys.BetweenReadings, clock, stoppingToken);
        }
    }
}
