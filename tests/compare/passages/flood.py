"""One flood as an English and a Spanish paper tell it, written for the tests; each has news of its own."""

ENGLISH = (
    "The river Tamber burst its banks early on Sunday and flooded the lower streets of Orleta, a "
    "town of mills and orchards. "
    "The water rose so quickly that many families had to climb onto their roofs. "
    "Fire crews in rubber boats brought more than two hundred people to safety before noon.\n\n"
    '"We heard the dam groan and then the street was gone," said Marta Illes, who runs the bakery beside the bridge. '
    "Her ovens stood under a metre of mud.\n\n"
    "The mayor, Pavel Dorn, blamed the owners of the dam for opening the gates without any warning. "
    "The company that runs it said that its engineers had followed every rule. "
    "A judge has ordered it to hand over the records of that night.\n\n"
    "The school gymnasium has become a shelter, where volunteers serve hot soup to those who lost their homes. "
    "Power is expected to return to the old quarter by Wednesday. "
    "Trains between Orleta and the coast will not run until the rails have been inspected.\n\n"
    "The cherry harvest, on which most farms of the valley live, is probably ruined."
)
SPANISH = (
    "Orleta amaneció el domingo bajo el agua. "
    "El río Tamber se desbordó de madrugada y anegó las calles bajas de esta localidad de molinos y huertos. "
    "El agua subió tan deprisa que muchas familias tuvieron que subirse a los tejados.\n\n"
    "Los voluntarios reparten sopa caliente en el gimnasio de la escuela, convertido en refugio "
    "para quienes perdieron su casa. "
    "Varias tiendas del centro fueron saqueadas durante la noche. "
    "La luz volverá al casco antiguo el miércoles, según la compañía eléctrica.\n\n"
    "El club de fútbol local ha aplazado su partido de la copa.\n\n"
    "El alcalde, Pavel Dorn, acusó a los propietarios de la presa de abrir las compuertas sin avisar a nadie. "
    "La empresa respondió que sus ingenieros habían cumplido todas las normas. "
    "El gobierno regional enviará mañana a dos ministros para hablar con los vecinos.\n\n"
    "Un museo de la capital ofreció restaurar los cuadros dañados de la iglesia.\n\n"
    "«Oímos crujir la presa y de pronto la calle había desaparecido», contó Marta Illes, dueña de "
    "la panadería situada junto al puente."
)
SAME = (
    ("burst its banks", "se desbordó"),
    ("climb onto their roofs", "subirse a los tejados"),
    ("the dam groan", "crujir la presa"),
    ("blamed the owners", "acusó a los propietarios"),
    ("had followed every rule", "habían cumplido todas las normas"),
    ("serve hot soup", "reparten sopa caliente"),
)
"""Words of the sentences that say the same."""
