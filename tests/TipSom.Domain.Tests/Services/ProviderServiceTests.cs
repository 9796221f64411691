using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Services;

public sealed class ProviderServiceTests
{
    [Fact]
    public void Free_places_are_known_for_a_day_after_they_were_confirmed()
    {
        var service = A.Service();

        service.ConfirmPlaces(total: 12, free: 3, A.Now);

        Assert.Equal(3, service.KnownFreePlaces(A.Now.AddHours(24)));
        Assert.Null(service.KnownFreePlaces(A.Now.AddHours(24).AddTicks(1)));
        Assert.Equal((12, 3, A.Now), (service.PlacesTotal!.Value, service.PlacesFree!.Value, service.PlacesConfirmedAt!.Value));
    }

    [Fact]
    public void A_service_without_places_knows_none() => Assert.Null(A.Service(ServiceType.LegalAid).KnownFreePlaces(A.Now));

    [Theory]
    [InlineData(10, 11)]
    [InlineData(10, -1)]
    [InlineData(-1, -1)]
    public void More_free_places_than_there_are_or_fewer_than_none_are_refused(int total, int free)
    {
        var service = A.Service();
        service.ConfirmPlaces(4, 2, A.Now);
        var before = Facts.Of(service);

        var refusal = Assert.Throws<RuleBrokenException>(() => service.ConfirmPlaces(total, free, A.Later));

        Assert.Equal("Free places are between 0 and the places in all.", refusal.Sentence);
        Assert.Equal(before, Facts.Of(service));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7, 0)]
    [InlineData(7, 7)]
    public void None_and_all_are_possible(int total, int free)
    {
        var service = A.Service();

        service.ConfirmPlaces(total, free, A.Now);

        Assert.Equal(free, service.KnownFreePlaces(A.Now));
    }

    [Fact]
    public void A_group_named_twice_is_kept_once() =>
        Assert.Equal([VictimGroup.Women], A.Service(groups: [VictimGroup.Women, VictimGroup.Women]).Groups);
}
